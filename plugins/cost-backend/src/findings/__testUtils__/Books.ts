import type { DatabaseService } from '@backstage/backend-plugin-api';
import { parseMoney } from '@portico/plugin-cost-common';
import type { Knex } from 'knex';
import { dayNumber, monthNumber } from '../../store/days';
import { openDatabase } from '../../store/openDatabase';

/** A charge of a day, with who pays it. */
export interface Entry {
  day: string;
  /** In units of the base currency. */
  cost: number;
  /** Reference of who pays; else `cause` says why nobody does. */
  entity?: string;
  cause?: string;
  found?: string;
  /** By which it is shared. */
  rule?: string;
  provider?: string;
  service?: string;
  category?: string;
  account?: string;
  resource?: string;
  description?: string;
  tags?: Record<string, string>;
  unit?: string;
  quantity?: number;
}

const SOURCE = 'bill';
const CHUNK = 400;

/** Tables as a collection leaves them, filled by hand. */
export class Books {
  readonly #ids = new Map<string, number>();

  private constructor(readonly db: Knex) {}

  static async open(database: DatabaseService): Promise<Books> {
    const books = new Books(await openDatabase(database));
    await books.db('cost_source').insert({
      id: SOURCE,
      title: 'Bill',
      kind: 'billed',
      role: 'bill',
      position: 1,
      active: true,
      restated_days: 3,
    });
    return books;
  }

  /** The days of the entries take the place of what was known of them. */
  async write(entries: readonly Entry[]): Promise<void> {
    const days = [...new Set(entries.map(({ day }) => dayNumber(day)))];
    const tables: Record<string, Map<string, Record<string, unknown>>> = {};
    const add = (
      table: string,
      key: Record<string, string | number>,
      amount: bigint,
      more: Record<string, unknown> = {},
    ) => {
      tables[table] ??= new Map();
      const id = JSON.stringify(key);
      const known = tables[table].get(id);
      const sum = String(BigInt((known?.effective as string) ?? 0) + amount);
      tables[table].set(id, { ...more, ...key, effective: sum, billed: sum });
    };
    for (const entry of entries) {
      const day = dayNumber(entry.day);
      const amount = parseMoney(entry.cost.toFixed(9));
      const charge = await this.#charge(entry);
      const subject = entry.entity
        ? await this.#id('cost_subject', { ref: entry.entity }, false)
        : 0;
      const kind = kindOf(entry);
      const party = await this.#id('cost_party', {
        subject_id: subject,
        kind,
        rule: entry.rule ?? null,
        cause: entry.cause ?? null,
        found: entry.found ?? null,
      });
      const group = await this.#id('cost_group', {
        kind,
        cause: entry.cause ?? null,
        provider: entry.provider ?? 'AWS',
        account_id: entry.account ?? '1',
        category: entry.category ?? 'Compute',
      });
      add('cost_line', { day, charge_id: charge, party_id: party }, amount);
      add('cost_row', { source_id: SOURCE, day, charge_id: charge }, amount, {
        quantity: entry.quantity === undefined ? null : String(entry.quantity),
      });
      add('cost_daily_total', { day, subject_id: subject }, amount, {
        estimated: 0,
      });
      add('cost_daily_group', { day, group_id: group }, amount);
      add(
        'cost_monthly',
        { month: monthNumber(day), subject_id: subject, group_id: group },
        amount,
        { parts: 1 },
      );
    }
    for (const [table, rows] of Object.entries(tables)) {
      if (table === 'cost_monthly') {
        await this.#insert(table, [...rows.values()], true);
        continue;
      }
      for (let at = 0; at < days.length; at += CHUNK) {
        await this.db(table)
          .whereIn('day', days.slice(at, at + CHUNK))
          .delete();
      }
      await this.#insert(table, [...rows.values()]);
    }
    await this.#insert(
      'cost_ledger',
      days.map(day => ({ day, written: 1, attributed: 1 })),
      true,
    );
    await this.#insert(
      'cost_day',
      days.map(day => ({
        source_id: SOURCE,
        day,
        rows: 1,
        collected_at: '2026-11-20T06:00:00.000Z',
      })),
      true,
    );
    await this.db('cost_state').increment('revision', 1);
  }

  async #insert(
    table: string,
    rows: Record<string, unknown>[],
    ignore = false,
  ): Promise<void> {
    for (let at = 0; at < rows.length; at += CHUNK) {
      const query = this.db(table).insert(rows.slice(at, at + CHUNK));
      await (ignore ? query.onConflict().ignore() : query);
    }
  }

  #charge(entry: Entry): Promise<number> {
    return this.#id('cost_charge', {
      source_id: SOURCE,
      provider: entry.provider ?? 'AWS',
      billing_account: '1',
      account_id: entry.account ?? '1',
      account_name: entry.account ?? 'main',
      category: entry.category ?? 'Compute',
      service: entry.service ?? 'Amazon Elastic Compute Cloud - Compute',
      resource_name: entry.resource ?? null,
      charge_category: 'Usage',
      correction: false,
      description: entry.description ?? null,
      tags: JSON.stringify(entry.tags ?? {}),
      currency: 'USD',
      unit: entry.unit ?? null,
    });
  }

  async #id(
    table: string,
    row: Record<string, unknown>,
    hashed = true,
  ): Promise<number> {
    const hash = `${table} ${JSON.stringify(row)}`;
    const known = this.#ids.get(hash);
    if (known !== undefined) return known;
    const [{ id }] = await this.db(table)
      .insert({ ...row, ...(hashed && { hash: String(this.#ids.size) }) })
      .returning('id');
    this.#ids.set(hash, id);
    return id;
  }
}

function kindOf({ entity, rule }: Entry): string {
  if (!entity) return 'unattributed';
  return rule ? 'shared' : 'own';
}
