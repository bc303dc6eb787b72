import type { Knex } from 'knex';
import type { Deployment, NewDeployment } from './types';

const TABLE = 'delivery_deployments';
const BATCH = 50;

interface Row {
  id: number;
  entity_ref: string;
  application: string;
  revision: string;
  deployed_at: string;
  kind: Deployment['kind'];
  previous_revision: string | null;
  repository_url: string;
  url: string;
  commits: Deployment['commits'];
  commits_reason: string | null;
  tries: number;
}

/** What was deployed, each deployment once. */
export class DeploymentTable {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Those since `from`, ISO 8601; all without. Oldest first. */
  async since(from = ''): Promise<Deployment[]> {
    const rows: Row[] = await this.#knex(TABLE)
      .where('deployed_at', '>=', from)
      .orderBy(['deployed_at', 'id']);
    return rows.map(toDeployment);
  }

  /** When the oldest known one was, ISO 8601. */
  async oldest(): Promise<string | undefined> {
    const row = await this.#knex(TABLE).min('deployed_at as at').first();
    return row?.at ?? undefined;
  }

  /** By entity reference: when each was first deployed, ISO 8601. */
  async firsts(): Promise<Map<string, string>> {
    const rows = await this.#knex(TABLE)
      .groupBy('entity_ref')
      .select('entity_ref')
      .min('deployed_at as at');
    return new Map(rows.map(row => [row.entity_ref, row.at]));
  }

  /** Leaves what is known as it is. */
  async add(deployments: NewDeployment[]): Promise<void> {
    const rows = deployments.map(one => ({
      entity_ref: one.entityRef,
      application: one.application,
      revision: one.revision,
      deployed_at: one.deployedAt,
      kind: one.kind,
      previous_revision: one.previousRevision ?? null,
      repository_url: one.repositoryUrl,
      url: one.url,
      commits: one.commits,
      commits_reason: one.commitsReason ?? null,
    }));
    for (let start = 0; start < rows.length; start += BATCH) {
      await this.#knex(TABLE)
        .insert(rows.slice(start, start + BATCH))
        .onConflict(['entity_ref', 'application', 'revision', 'deployed_at'])
        .ignore();
    }
  }

  /** Whose commits are not known yet: those tried least, of these the newest. */
  async pending(limit: number): Promise<Deployment[]> {
    const rows: Row[] = await this.#knex(TABLE)
      .where({ commits: 'pending' })
      .orderBy([{ column: 'tries' }, { column: 'deployed_at', order: 'desc' }])
      .limit(limit);
    return rows.map(toDeployment);
  }

  async noteTry(
    { id, tries }: Deployment,
    commits: Deployment['commits'],
    reason?: string,
  ): Promise<void> {
    await this.#knex(TABLE)
      .where({ id })
      .update({ commits, commits_reason: reason ?? null, tries: tries + 1 });
  }
}

function toDeployment(row: Row): Deployment {
  return {
    id: row.id,
    entityRef: row.entity_ref,
    application: row.application,
    revision: row.revision,
    deployedAt: row.deployed_at,
    kind: row.kind,
    ...(row.previous_revision && { previousRevision: row.previous_revision }),
    repositoryUrl: row.repository_url,
    url: row.url,
    commits: row.commits,
    ...(row.commits_reason && { commitsReason: row.commits_reason }),
    tries: row.tries,
  };
}
