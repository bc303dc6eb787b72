import type { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError, NotAllowedError } from '@backstage/errors';
import type { Approval, Change } from '@portico/plugin-approvals-common';
import type {
  ApprovalRequest,
  ApprovalsClient,
  RequestOutcome,
} from '@portico/plugin-approvals-node';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PlanGate } from './PlanGate';

/** How often a plan that waits is compared with the state. */
const CHECK_MS = 60_000;

/** What the approvals backend is asked, but for the change. */
export type Question = Omit<ApprovalRequest, 'change'>;

/** Lets a plan pass once the people whom `approvals.rules` name have agreed to exactly this one. */
export class ApprovalGate implements PlanGate {
  readonly #approvals: ApprovalsClient;
  readonly #question: Question;
  readonly #logger: LoggerService;
  readonly #signal: AbortSignal;
  readonly #checkMs: number;
  #approvalId?: string;
  #approval?: Approval;

  /** @param options.approvalId what an earlier step of the same task has asked, for this plan or one before */
  constructor(options: {
    approvals: ApprovalsClient;
    question: Question;
    approvalId?: string;
    logger: LoggerService;
    signal: AbortSignal;
    checkMs?: number;
  }) {
    this.#approvals = options.approvals;
    this.#question = options.question;
    this.#approvalId = options.approvalId;
    this.#logger = options.logger;
    this.#signal = options.signal;
    this.#checkMs = options.checkMs ?? CHECK_MS;
  }

  /** What was asked last; `undefined` where nobody had to be. */
  get approval(): Approval | undefined {
    return this.#approval;
  }

  async ask(
    change: Change,
    options: { findStaleness: () => Promise<string | undefined> },
  ): Promise<string | undefined> {
    const outcome = await this.#request(change);
    if (!outcome.needed) {
      this.#approval = undefined;
      this.#logger.info(`No approval is needed: ${outcome.because}`);
      return options.findStaleness();
    }
    this.#remember(outcome.approval);
    this.#tell(outcome.approval);
    const because = await this.#wait(outcome.approval.id, options);
    if (because !== undefined) return because;
    return this.#approval!.state === 'applied'
      ? options.findStaleness() // an earlier step has used it; nobody can be told any more
      : this.#report(options);
  }

  async use(change: Change): Promise<void> {
    if (!this.#approval) return;
    const { fingerprint } = change;
    const { taskId } = this.#question;
    await this.#approvals.markUsed(this.#approval.id, { taskId, fingerprint });
  }

  /** Ends what was asked and not used, since nothing will come of it. */
  async withdraw(because: string): Promise<void> {
    const { taskId, stepId } = this.#question;
    await this.#approvals.withdraw({ taskId, stepId }, { because });
  }

  /** Asks, or asks again in the place of what was asked for an earlier plan. */
  async #request(change: Change): Promise<RequestOutcome> {
    const { fingerprint } = change;
    const before = this.#approvalId
      ? await this.#approvals.get(this.#approvalId)
      : undefined;
    if (before?.change.fingerprint === fingerprint) {
      return { needed: true, approval: before, adopted: true };
    }
    if (
      before &&
      ['waiting', 'approved', 'superseded'].includes(before.state)
    ) {
      const because = 'the state had moved since it was planned';
      return this.#approvals.supersede(before.id, change, { because });
    }
    return this.#approvals.request({ ...this.#question, change });
  }

  #remember(approval: Approval) {
    this.#approvalId = approval.id;
    this.#approval = approval;
  }

  #tell({ id, number, state, requirements }: Approval) {
    const roles = requirements.map(({ title, count }) =>
      count > 1 ? `${title} (${count})` : title,
    );
    this.#logger.info(
      `Approval #${number} is ${state}; asked: ${roles.join(
        ', ',
      )}. See /approvals/${id}`,
    );
  }

  /** Waits for people; the plan is looked at now and then, since one gone stale cannot be agreed to. */
  async #wait(
    id: string,
    options: { findStaleness: () => Promise<string | undefined> },
  ): Promise<string | undefined> {
    const over = new AbortController();
    const signal = AbortSignal.any([this.#signal, over.signal]);
    const answer = this.#approvals.wait(id, {
      signal,
      onUpdate: approval => this.#remember(approval),
    });
    try {
      const first = await Promise.race([
        answer,
        this.#watchPlan(options, signal),
      ]);
      if (typeof first === 'string') return first;
      return this.#settle(first, options);
    } finally {
      over.abort();
      await answer.catch(() => undefined); // ended by us: what it says then matters to nobody
    }
  }

  async #settle(
    approval: Approval,
    options: { findStaleness: () => Promise<string | undefined> },
  ): Promise<string | undefined> {
    this.#remember(approval);
    const { state, number, supersededBy } = approval;
    if (state === 'superseded' && supersededBy) {
      return this.#wait(supersededBy, options);
    }
    if (state !== 'approved' && state !== 'applied') throw refusal(approval);
    const people = approval.decisions.map(
      ({ person }) => approval.names[person] ?? person,
    );
    this.#logger.info(`Approval #${number}: agreed by ${people.join(', ')}`);
    return undefined;
  }

  async #watchPlan(
    options: { findStaleness: () => Promise<string | undefined> },
    signal: AbortSignal,
  ): Promise<string> {
    for (;;) {
      await sleep(this.#checkMs, undefined, { signal });
      const because = await this.#report(options);
      if (because !== undefined) return because;
    }
  }

  /** Looks whether the plan still fits, and says so where people decide. */
  async #report(options: {
    findStaleness: () => Promise<string | undefined>;
  }): Promise<string | undefined> {
    const because = await options.findStaleness();
    await this.#approvals.reportPlan(this.#approvalId!, {
      fresh: because === undefined,
      checkedAt: new Date().toISOString(),
    });
    return because;
  }
}

function refusal(approval: Approval): Error {
  const { number, state, decisions, names, id } = approval;
  if (state === 'refused') {
    const no = decisions.find(({ decision }) => decision === 'refuse');
    const who = no ? names[no.person] ?? no.person : 'somebody';
    const why = no?.comment ? `: “${no.comment}”` : '';
    return new NotAllowedError(
      `${who} refused approval #${number}${why}. Nothing was applied. See /approvals/${id}`,
    );
  }
  return new ConflictError(
    `Approval #${number} was ${state} before it could be used. Nothing was applied. Start the task again to ask anew. See /approvals/${id}`,
  );
}
