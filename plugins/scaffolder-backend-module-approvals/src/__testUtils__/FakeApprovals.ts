import type { Approval, ApprovalState } from '@portico/plugin-approvals-common';
import type {
  ApprovalPreview,
  ApprovalRequest,
  ApprovalsClient,
  RequestOutcome,
} from '@portico/plugin-approvals-node';
import { EventEmitter, once } from 'node:events';

/** People who answer when the test says so. */
export class FakeApprovals implements ApprovalsClient {
  /** Set it to let every request pass. */
  passes?: string;
  readonly requests: ApprovalRequest[] = [];
  readonly used: string[] = [];
  readonly withdrawals: string[] = [];
  approval?: Approval;
  readonly #changes = new EventEmitter();

  async preview(): Promise<ApprovalPreview> {
    return {
      needed: this.passes === undefined,
      because: this.passes ?? "asked by 'production'",
      requirements: this.passes
        ? []
        : [
            {
              title: 'Owner',
              reasons: ['production always asks'],
              count: 1,
              eligible: ['user:default/jonas'],
            },
          ],
      names: { 'user:default/jonas': 'Jonas Weber' },
    };
  }

  async request(request: ApprovalRequest): Promise<RequestOutcome> {
    const adopted = this.approval !== undefined;
    if (!adopted) this.requests.push(request);
    this.approval ??= {
      ...request,
      id: 'a1',
      number: 1,
      requestedAt: '2026-11-20T13:58:02.000Z',
      expiresAt: '2026-11-21T13:58:02.000Z',
      state: 'waiting',
      owner: 'group:default/commerce',
      requirements: [
        {
          id: 'owner',
          title: 'Owner',
          deciders: ['group:default/commerce'],
          reasons: ['production always asks'],
          rules: ['production'],
          count: 1,
          eligible: ['user:default/jonas'],
          decidedBy: [],
          met: false,
        },
      ],
      decisions: [],
      history: [],
      names: { 'user:default/jonas': 'Jonas Weber' },
      viewer: { mayDecide: [], mayWithdraw: false, mayRemind: false },
      asOf: '2026-11-20T13:58:02.000Z',
    };
    return { needed: true, approval: this.approval, adopted };
  }

  /** Jonas answers, or time does. */
  end(state: ApprovalState, comment?: string): void {
    if (!this.approval) throw new Error('Nothing was asked.');
    const decided = state === 'approved' || state === 'refused';
    this.approval = {
      ...this.approval,
      state,
      decisions: decided
        ? [
            {
              id: 1,
              requirementId: 'owner',
              person: 'user:default/jonas',
              decision: state === 'approved' ? 'approve' : 'refuse',
              comment,
              fingerprint: this.approval.change.fingerprint,
              at: '2026-11-20T14:00:12.000Z',
            },
          ]
        : [],
    };
    this.#changes.emit('change');
  }

  async wait(
    _id: string,
    options: { signal?: AbortSignal; onUpdate?: (a: Approval) => void },
  ): Promise<Approval> {
    for (;;) {
      const approval = await this.get();
      options.onUpdate?.(approval);
      if (approval.state !== 'waiting') return approval;
      await once(this.#changes, 'change', { signal: options.signal });
    }
  }

  async get(): Promise<Approval> {
    if (!this.approval) throw new Error('Nothing was asked.');
    return this.approval;
  }

  async markUsed(
    id: string,
    use: { taskId: string; fingerprint: string },
  ): Promise<Approval> {
    this.used.push(`${id} ${use.taskId} ${use.fingerprint}`);
    return this.get();
  }

  async withdraw(
    task: { taskId: string; stepId?: string },
    { because }: { because: string },
  ): Promise<number> {
    const open = this.approval?.state === 'waiting';
    this.withdrawals.push(`${task.taskId} ${task.stepId}: ${because}`);
    if (open) this.end('withdrawn');
    return open ? 1 : 0;
  }

  async supersede(): Promise<RequestOutcome> {
    throw new Error('approval:request never plans again.');
  }

  async reportPlan(): Promise<void> {}
}
