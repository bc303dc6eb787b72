import {
  resolvePackagePath,
  type DatabaseService,
} from '@backstage/backend-plugin-api';
import { ConflictError, NotFoundError } from '@backstage/errors';
import type {
  ApprovalDecision,
  HistoryEntry,
} from '@portico/plugin-approvals-common';
import type { Knex } from 'knex';
import {
  fromApproval,
  fromPatch,
  toApproval,
  toDecision,
  toHistoryEntry,
  type ApprovalRow,
  type DecisionRow,
  type HistoryRow,
} from './approvalRows';
import type {
  ApprovalUpdate,
  Consequences,
  NewApproval,
  StoredApproval,
} from './StoredApproval';

const MOST_TRIES = 8;

/** An approval with what was said to it. */
export interface DecidedApproval {
  approval: StoredApproval;
  decisions: ApprovalDecision[];
}

/** Keeps approvals. Every write that depends on what is there is tried again if somebody was faster. */
export class ApprovalStore {
  readonly #knex: Knex;

  /** Makes or updates the tables. */
  static async create(database: DatabaseService): Promise<ApprovalStore> {
    const knex = await database.getClient();
    if (!database.migrations?.skip) {
      await knex.migrate.latest({
        directory: resolvePackagePath(
          '@portico/plugin-approvals-backend',
          'migrations',
        ),
      });
    }
    return new ApprovalStore(knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** For the other stores of this plugin. */
  get knex(): Knex {
    return this.#knex;
  }

  /** @returns false if this task had asked already */
  async insert(
    approval: NewApproval,
    consequences: Consequences,
  ): Promise<boolean> {
    return this.#knex.transaction(async trx => {
      const { rowCount } = await insertApproval(trx, approval, 'ignore');
      if (rowCount) await write(trx, approval, consequences);
      return rowCount > 0;
    });
  }

  /** @throws NotFoundError */
  async get(id: string): Promise<DecidedApproval> {
    const [found] = await this.withDecisions(
      (await this.#approvals().where({ id })).map(toApproval),
    );
    if (!found) throw new NotFoundError(`There is no approval ${id}.`);
    return found;
  }

  /** What a task has asked for this fingerprint last, unless it has ended since. */
  async find(request: {
    taskId: string;
    stepId: string;
    fingerprint: string;
  }): Promise<StoredApproval | undefined> {
    const row = await this.#approvals()
      .where({
        task_id: request.taskId,
        step_id: request.stepId,
        fingerprint: request.fingerprint,
      })
      .where(standing =>
        standing.whereNotNull('request_key').orWhere({ state: 'superseded' }),
      )
      .orderBy('number', 'desc')
      .first();
    return row && toApproval(row);
  }

  /** All that a task has asked. */
  async ofTask(task: {
    taskId: string;
    stepId?: string;
  }): Promise<StoredApproval[]> {
    const rows = await this.#approvals()
      .where({
        task_id: task.taskId,
        ...(task.stepId ? { step_id: task.stepId } : {}),
      })
      .orderBy('number');
    return rows.map(toApproval);
  }

  /** All that can still be decided or used. */
  async open(): Promise<DecidedApproval[]> {
    const rows = await this.#approvals()
      .whereIn('state', ['waiting', 'approved'])
      .orderBy('number');
    return this.withDecisions(rows.map(toApproval));
  }

  async withDecisions(approvals: StoredApproval[]): Promise<DecidedApproval[]> {
    const rows = await this.#knex<DecisionRow>('approval_decisions')
      .whereIn(
        'approval_id',
        approvals.map(({ id }) => id),
      )
      .orderBy('id');
    return approvals.map(approval => ({
      approval,
      decisions: rows
        .filter(row => row.approval_id === approval.id)
        .map(toDecision),
    }));
  }

  /** Newest first. */
  async history(chainId: string): Promise<HistoryEntry[]> {
    const rows = await this.#knex<HistoryRow>('approval_history')
      .where({ chain_id: chainId })
      .orderBy('id', 'desc');
    return rows.map(toHistoryEntry);
  }

  /**
   * Changes an approval by what `change` makes of it. `change` runs again, with what is there then,
   * if somebody else wrote meanwhile; `undefined` leaves all as it is.
   *
   * @throws NotFoundError
   */
  async update(
    id: string,
    change: (current: DecidedApproval) => Promise<ApprovalUpdate | undefined>,
  ): Promise<DecidedApproval> {
    for (let tries = 1; tries <= MOST_TRIES; tries++) {
      const current = await this.get(id);
      const update = await change(current);
      if (!update) return current;
      if (await this.#tryWrite(current.approval, update)) return this.get(id);
    }
    throw new ConflictError(
      `Approval ${id} was being changed by others and was left as it is. Try again.`,
    );
  }

  async #tryWrite(
    approval: StoredApproval,
    update: ApprovalUpdate,
  ): Promise<boolean> {
    const { patch, released, successor, ...consequences } = update;
    const { id, version } = approval;
    return this.#knex.transaction(async trx => {
      const written = await trx<ApprovalRow>('approvals')
        .where({ id, version })
        .update({
          ...fromPatch(patch),
          ...(released ? { request_key: null } : {}),
          version: version + 1,
        });
      if (!written) return false;
      await write(trx, approval, consequences);
      if (successor) {
        await insertApproval(trx, successor.approval, 'fail');
        await write(trx, successor.approval, successor);
      }
      return true;
    });
  }

  #approvals() {
    return this.#knex<ApprovalRow>('approvals');
  }
}

async function insertApproval(
  trx: Knex.Transaction,
  approval: NewApproval,
  ifThere: 'ignore' | 'fail',
): Promise<{ rowCount: number }> {
  const insert = trx<ApprovalRow>('approvals').insert(fromApproval(approval));
  const rows = await (ifThere === 'ignore'
    ? insert.onConflict('request_key').ignore().returning('id')
    : insert.returning('id'));
  return { rowCount: rows.length };
}

async function write(
  trx: Knex.Transaction,
  { id, chainId }: Pick<StoredApproval, 'id' | 'chainId'>,
  consequences: Omit<Consequences, 'successor'>,
): Promise<void> {
  const { decision, history = [], messages = [], deciderRefs } = consequences;
  if (decision) {
    await trx('approval_decisions').insert({
      approval_id: id,
      requirement_id: decision.requirementId,
      person: decision.person,
      on_behalf_of: decision.onBehalfOf ?? null,
      decision: decision.decision,
      comment: decision.comment ?? null,
      fingerprint: decision.fingerprint,
      at: decision.at,
    });
  }
  if (deciderRefs) {
    await trx('approval_deciders').where({ approval_id: id }).delete();
    for (const ref of new Set(deciderRefs)) {
      await trx('approval_deciders').insert({ approval_id: id, ref });
    }
  }
  for (const { event, who, at, text } of history) {
    await trx('approval_history').insert({
      chain_id: chainId,
      event,
      who: who ?? null,
      at,
      text,
    });
  }
  for (const message of messages) {
    await trx('approval_outbox').insert({
      approval_id: id,
      message: JSON.stringify(message),
      attempts: 0,
      not_before: new Date(0),
    });
  }
}
