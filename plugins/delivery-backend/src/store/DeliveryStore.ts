import {
  resolvePackagePath,
  type DatabaseService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { ChangeTable } from './ChangeTable';
import { DeploymentTable } from './DeploymentTable';
import type { ComponentFacts, Flow, Period, Standings } from './types';

const BATCH = 100;

/** Keeps what was collected. */
export class DeliveryStore {
  /** Makes or updates the tables. */
  static async create(database: DatabaseService): Promise<DeliveryStore> {
    const knex = await database.getClient();
    if (!database.migrations?.skip) {
      await knex.migrate.latest({
        directory: resolvePackagePath(
          '@portico/plugin-delivery-backend',
          'migrations',
        ),
      });
    }
    return new DeliveryStore(knex);
  }

  readonly deployments: DeploymentTable;
  readonly changes: ChangeTable;
  readonly #knex: Knex;

  private constructor(knex: Knex) {
    this.#knex = knex;
    this.deployments = new DeploymentTable(knex);
    this.changes = new ChangeTable(knex);
  }

  /** ISO 8601 of the newest collection. */
  async collectedAt(): Promise<string | undefined> {
    return this.#note<string>('collected');
  }

  async standings(): Promise<Standings> {
    return (await this.#note<Standings>('standings')) ?? {};
  }

  /** Ends a collection. */
  async noteCollected(at: string, standings: Standings): Promise<void> {
    await this.#knex('delivery_notes')
      .insert([
        { name: 'collected', value: JSON.stringify(at) },
        { name: 'standings', value: JSON.stringify(standings) },
      ])
      .onConflict('name')
      .merge();
  }

  async components(): Promise<ComponentFacts[]> {
    const rows = await this.#knex('delivery_components').select('facts');
    return rows.map(({ facts }) => JSON.parse(facts));
  }

  async replaceComponents(components: ComponentFacts[]): Promise<void> {
    await this.#knex.transaction(async trx => {
      await trx('delivery_components').delete();
      await trx.batchInsert(
        'delivery_components',
        components.map(facts => ({
          entity_ref: facts.entityRef,
          facts: JSON.stringify(facts),
        })),
        BATCH,
      );
    });
  }

  /** Those that reach into the time after `from`, ISO 8601; oldest first. */
  async periodsAfter(from: string): Promise<Period[]> {
    const rows = await this.#knex('delivery_periods')
      .where(open => open.whereNull('until_at').orWhere('until_at', '>', from))
      .orderBy('from_at');
    return rows.map(row => ({
      entityRef: row.entity_ref,
      from: row.from_at,
      ...(row.until_at && { until: row.until_at }),
      state: row.state,
      headline: row.headline,
    }));
  }

  async putPeriods(periods: Period[]): Promise<void> {
    const rows = periods.map(({ entityRef, from, until, state, headline }) => ({
      entity_ref: entityRef,
      from_at: from,
      until_at: until ?? null,
      state,
      headline,
    }));
    for (let start = 0; start < rows.length; start += BATCH) {
      await this.#knex('delivery_periods')
        .insert(rows.slice(start, start + BATCH))
        .onConflict(['entity_ref', 'from_at'])
        .merge();
    }
  }

  async flows(): Promise<Flow[]> {
    const rows = await this.#knex('delivery_flows');
    return rows.map(row => ({
      taskId: row.task_id,
      kind: row.kind,
      ...(row.entity_ref && { entityRef: row.entity_ref }),
      begunAt: row.begun_at,
      ...(row.done_at && { doneAt: row.done_at }),
    }));
  }

  async putFlow(flow: Flow): Promise<void> {
    await this.#knex('delivery_flows')
      .insert({
        task_id: flow.taskId,
        kind: flow.kind,
        entity_ref: flow.entityRef ?? null,
        begun_at: flow.begunAt,
        done_at: flow.doneAt ?? null,
      })
      .onConflict('task_id')
      .merge();
  }

  /** Deletes what is from before `before`, ISO 8601. Flows stay: a service may wait for long. */
  async prune(before: string): Promise<void> {
    const gone = this.#knex('delivery_deployments')
      .where('deployed_at', '<', before)
      .select('id');
    await this.#knex('delivery_changes')
      .whereIn('deployment_id', gone)
      .delete();
    await this.#knex('delivery_deployments')
      .where('deployed_at', '<', before)
      .delete();
    await this.#knex('delivery_periods')
      .where('until_at', '<', before)
      .delete();
  }

  async #note<T>(name: string): Promise<T | undefined> {
    const row = await this.#knex('delivery_notes').where({ name }).first();
    return row && (JSON.parse(row.value) as T);
  }
}
