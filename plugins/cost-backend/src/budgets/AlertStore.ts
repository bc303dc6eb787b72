import { createHash } from 'node:crypto';
import type { BudgetAlertView } from '@portico/plugin-cost-common';
import type { Knex } from 'knex';
import { monthText } from '../read/time/months';
import { monthNumber } from '../store/days';
import type { Threshold } from './thresholdsOf';

/** A threshold of a budget that a month has passed. */
export interface StoredAlert extends BudgetAlertView {
  budgetId: string;
  /** The budget as it was written then. */
  stated: string;
  /** ISO 8601; undefined until somebody was told. */
  toldAt?: string;
}

/** Alerts of budgets: one for each budget, month and threshold. */
export class AlertStore {
  readonly #db: Knex;

  constructor(db: Knex) {
    this.#db = db;
  }

  /**
   * Newest first.
   *
   * @param month `YYYY-MM`
   */
  async ofMonth(month: string): Promise<StoredAlert[]> {
    const rows = await this.#db('cost_alert')
      .where({ month: monthNumber(`${month}-01`) })
      .orderBy([{ column: 'at', order: 'desc' }, 'id']);
    return rows.map(alertOf);
  }

  /** What nobody has been told of yet, of the last days. */
  async untold(since: Date): Promise<StoredAlert[]> {
    const rows = await this.#db('cost_alert')
      .whereNull('told_at')
      .where('at', '>=', since.toISOString())
      .orderBy('at');
    return rows.map(alertOf);
  }

  async told(ids: readonly string[], at: string): Promise<void> {
    await this.#db('cost_alert').whereIn('id', ids).update({ told_at: at });
  }

  /** Removes some, and adds others that are not there yet, at once. */
  async change(
    remove: readonly string[],
    add: readonly Omit<StoredAlert, 'id'>[],
  ): Promise<void> {
    if (remove.length + add.length === 0) return;
    await this.#db.transaction(async trx => {
      for (const id of remove) await trx('cost_alert').where({ id }).delete();
      for (const alert of add) {
        await trx('cost_alert')
          .insert(rowOf(alert))
          .onConflict(['budget_id', 'month', 'threshold'])
          .ignore();
      }
    });
  }
}

function rowOf(alert: Omit<StoredAlert, 'id'>) {
  const { budgetId, month, threshold } = alert;
  return {
    id: createHash('sha256')
      .update(`${budgetId} ${month} ${threshold}`)
      .digest('hex')
      .slice(0, 24),
    budget_id: budgetId,
    entity_ref: alert.entityRef ?? null,
    title: alert.title,
    month: monthNumber(`${month}-01`),
    threshold,
    stated: alert.stated,
    message: alert.message,
    at: alert.at,
    told_at: alert.toldAt ?? null,
  };
}

function alertOf(row: {
  id: string;
  budget_id: string;
  entity_ref: string | null;
  title: string;
  month: number;
  threshold: string;
  stated: string;
  message: string;
  at: string;
  told_at: string | null;
}): StoredAlert {
  return {
    id: row.id,
    budgetId: row.budget_id,
    ...(row.entity_ref && { entityRef: row.entity_ref }),
    title: row.title,
    month: monthText(row.month),
    threshold: row.threshold as Threshold,
    stated: row.stated,
    message: row.message,
    at: row.at,
    ...(row.told_at && { toldAt: row.told_at }),
  };
}
