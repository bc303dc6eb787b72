import type { Knex } from 'knex';
import type { Change, Deployment, NewChange } from './types';

const TABLE = 'delivery_changes';
const BATCH = 100;

/** Commits that reached production, each with the deployment that brought it first. */
export class ChangeTable {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Of deployments since `from`, ISO 8601. */
  async since(from: string): Promise<Change[]> {
    const rows = await this.#knex(`${TABLE} as c`)
      .join('delivery_deployments as d', 'd.id', 'c.deployment_id')
      .where('d.deployed_at', '>=', from)
      .select('c.*');
    return rows.map(row => ({
      entityRef: row.entity_ref,
      deploymentId: row.deployment_id,
      sha: row.sha,
      committedAt: row.committed_at,
      message: row.message,
      ...(row.url && { url: row.url }),
    }));
  }

  /** What an earlier deployment brought already, before it was rolled back, stays with that. */
  async put(deployment: Deployment, changes: NewChange[]): Promise<void> {
    const { id, entityRef, deployedAt } = deployment;
    await this.#knex.transaction(async trx => {
      for (let start = 0; start < changes.length; start += BATCH) {
        const batch = changes.slice(start, start + BATCH);
        const earlier = await trx(`${TABLE} as c`)
          .join('delivery_deployments as d', 'd.id', 'c.deployment_id')
          .where('c.entity_ref', entityRef)
          .where('d.deployed_at', '<', deployedAt)
          .whereIn(
            'c.sha',
            batch.map(({ sha }) => sha),
          )
          .select('c.sha');
        const theirs = new Set(earlier.map(row => row.sha));
        const own = batch.filter(({ sha }) => !theirs.has(sha));
        if (own.length === 0) continue;
        await trx(TABLE)
          .insert(
            own.map(({ sha, committedAt, message, url }) => ({
              entity_ref: entityRef,
              deployment_id: id,
              sha,
              committed_at: committedAt,
              message,
              url: url ?? null,
            })),
          )
          .onConflict(['entity_ref', 'sha'])
          .merge();
      }
    });
  }
}
