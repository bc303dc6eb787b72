import type { CostRow } from '@portico/plugin-cost-node';
import type { Knex } from 'knex';
import { amountOf, nanosOf } from '../store/amounts';
import { dayText } from '../store/days';
import type { AllocatedWorkload, ChargedRow, DayInput } from './DayInput';

type KnownCharge = { sourceId: string; row: Omit<CostRow, 'day' | Cost> };
type Cost = 'billedCost' | 'effectiveCost' | 'listCost' | 'contractedCost';

/** Charges that are remembered; a charge never changes. */
const REMEMBERED = 100_000;
const CHUNK = 500;

/** Reads days as they were collected. */
export class DayReader {
  readonly #db: Knex;
  readonly #charges = new Map<number, KnownCharge>();

  constructor(db: Knex) {
    this.#db = db;
  }

  /** @param sourceIds bills that count, if their accounts do */
  async read(day: number, sourceIds: readonly string[]): Promise<DayInput> {
    const rows = await this.#db('cost_row')
      .whereIn('source_id', sourceIds)
      .andWhere({ day })
      .select(
        'source_id',
        'charge_id',
        amountOf(this.#db, 'billed'),
        amountOf(this.#db, 'effective'),
      );
    const charges = await this.#chargesOf(rows.map(it => it.charge_id));
    const text = dayText(day);
    return {
      day: text,
      rows: rows.map((it): ChargedRow => {
        const { sourceId, row } = charges.get(it.charge_id)!;
        return {
          chargeId: it.charge_id,
          sourceId,
          row: {
            ...row,
            day: text,
            billedCost: nanosOf(it.billed),
            effectiveCost: nanosOf(it.effective),
          },
        };
      }),
      workloads: await this.#workloads(day),
    };
  }

  async #chargesOf(
    ids: readonly number[],
  ): Promise<ReadonlyMap<number, KnownCharge>> {
    const missing = ids.filter(id => !this.#charges.has(id));
    if (this.#charges.size + missing.length > REMEMBERED) {
      this.#charges.clear();
      missing.splice(0, missing.length, ...ids);
    }
    for (let at = 0; at < missing.length; at += CHUNK) {
      const found = await this.#db('cost_charge').whereIn(
        'id',
        missing.slice(at, at + CHUNK),
      );
      for (const row of found) this.#charges.set(row.id, toCharge(row));
    }
    return this.#charges;
  }

  async #workloads(day: number): Promise<AllocatedWorkload[]> {
    const rows = await this.#db('cost_allocation')
      .join('cost_workload', 'cost_workload.id', 'cost_allocation.workload_id')
      .join('cost_source', 'cost_source.id', 'cost_allocation.source_id')
      .where({ day, active: true })
      .select(
        'cost_workload.kind',
        'cluster',
        'environment',
        'service',
        'labels',
        amountOf(this.#db, 'requested'),
        amountOf(this.#db, 'shared'),
      );
    return rows.map(it => ({
      kind: it.kind,
      cluster: it.cluster,
      environment: it.environment ?? undefined,
      service: it.service ?? undefined,
      labels: JSON.parse(it.labels),
      // What the cluster shares is each one's, too.
      weight: nanosOf(it.requested) + nanosOf(it.shared),
    }));
  }
}

function toCharge(row: Record<string, never>): KnownCharge {
  const text = (column: string): string | undefined => row[column] ?? undefined;
  return {
    sourceId: row.source_id,
    row: {
      providerName: row.provider,
      billingAccountId: row.billing_account,
      subAccountId: text('account_id'),
      subAccountName: text('account_name'),
      regionId: text('region'),
      serviceCategory: row.category,
      serviceName: row.service,
      resourceId: text('resource_id'),
      resourceName: text('resource_name'),
      resourceType: text('resource_type'),
      chargeCategory: row.charge_category,
      tags: JSON.parse(row.tags),
      billingCurrency: row.currency,
    },
  };
}
