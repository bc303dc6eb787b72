import {
  moneyToFixed,
  parseMoney,
  type SavingView,
} from '@portico/plugin-cost-common';
import type { Knex } from 'knex';
import type { CostConfig } from '../config/CostConfig';
import { amountOf, nanosOf } from '../store/amounts';
import { addDays, daysFrom } from '../store/days';
import type { CostSubjects } from '../subjects/CostSubjects';
import { atNight } from './atNight';
import { readChargeUses } from './readChargeUses';
import { idleClusters } from './idleClusters';
import { oversized } from './oversized';
import { readWorkloadUses } from './readWorkloadUses';
import { LEAST_MONTHLY, savingId } from './Saving';
import { unattached } from './unattached';

/** Days that are looked at: two whole weeks. */
const DAYS = 14;

/** What could be had for less. */
export class Savings {
  readonly #db: Knex;
  readonly #config: CostConfig;
  readonly #subjects: CostSubjects;

  constructor(options: {
    db: Knex;
    config: CostConfig;
    subjects: CostSubjects;
  }) {
    this.#db = options.db;
    this.#config = options.config;
    this.#subjects = options.subjects;
  }

  /**
   * Looks at the last two weeks, and takes what it finds for all there is.
   *
   * @param through last day that all bills are known for, `YYYY-MM-DD`
   */
  async run(through: string): Promise<void> {
    const span = { from: addDays(through, 1 - DAYS), to: through };
    const catalog = await this.#subjects.catalog();
    const uses = await readChargeUses(
      this.#db,
      daysFrom(span.from, span.to),
      this.#config.environmentTag,
    );
    const workloads = await readWorkloadUses(this.#db, span, {
      catalog,
      config: this.#config,
      uses,
    });
    const found = [
      ...atNight(uses, DAYS),
      ...idleClusters(uses, DAYS),
      ...oversized(workloads, DAYS),
      ...unattached(uses, DAYS),
    ].filter(({ monthly }) => monthly >= LEAST_MONTHLY);
    await this.#db.transaction(async trx => {
      await trx('cost_saving').delete();
      for (const saving of found) {
        const { kind, title, detail, resources } = saving;
        await trx('cost_saving').insert({
          id: savingId(saving),
          entity_ref: saving.entityRef ?? null,
          monthly: String(parseMoney(saving.monthly.toFixed(2))),
          view: JSON.stringify({ kind, title, detail, resources }),
        });
      }
    });
  }

  /** Of these entities, or of all and of nobody; the largest first. */
  async list(
    may: (entityRef: string | undefined) => boolean,
  ): Promise<SavingView[]> {
    const rows = await this.#db('cost_saving')
      .select('id', 'entity_ref', 'view', amountOf(this.#db, 'monthly'))
      .orderBy([{ column: 'cost_saving.monthly', order: 'desc' }, 'id']);
    return rows
      .filter(({ entity_ref: ref }) => may(ref ?? undefined))
      .map(({ id, entity_ref: ref, view, monthly }) => ({
        id,
        ...(ref && { entityRef: ref }),
        ...JSON.parse(view),
        monthly: moneyToFixed(nanosOf(monthly), 2),
      }));
  }
}
