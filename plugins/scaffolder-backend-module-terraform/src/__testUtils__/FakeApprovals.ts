import { ConflictError } from '@backstage/errors';
import type { Approval, Change } from '@portico/plugin-approvals-common';
import type {
  ApprovalPreview,
  ApprovalRequest,
  ApprovalsClient,
  RequestOutcome,
} from '@portico/plugin-approvals-node';
import { setTimeout as sleep } from 'node:timers/promises';

/** Answers as the approvals backend does, and lets a test decide. */
export class FakeApprovals implements ApprovalsClient {
  /** What was asked and done, in order. */
  readonly history: string[] = [];
  readonly #approvals = new Map<string, Approval>();
  #ask = () => {};
  /** Ends when somebody was asked. */
  readonly asked = new Promise<void>(resolve => {
    this.#ask = resolve;
  });
  /** What people do once they are asked. Default: they agree. */
  onAsk: (
    number: number,
    approve: () => void,
    refuse: (comment: string) => void,
  ) => Promise<void> = async (_number, approve) => approve();

  async preview(): Promise<ApprovalPreview> {
    return { needed: true, because: '', requirements: [], names: {} };
  }

  async request(request: ApprovalRequest): Promise<RequestOutcome> {
    const { fingerprint } = request.change;
    const known = [...this.#approvals.values()].find(
      one =>
        one.change.fingerprint === fingerprint && one.taskId === request.taskId,
    );
    if (known) return { needed: true, approval: known, adopted: true };
    const approval = this.#make(request);
    this.history.push(`asked ${approval.number}`);
    return { needed: true, approval, adopted: false };
  }

  async get(id: string): Promise<Approval> {
    return this.#approvals.get(id)!;
  }

  async wait(
    id: string,
    { signal }: { signal?: AbortSignal },
  ): Promise<Approval> {
    const { number } = await this.get(id);
    const decide = (state: Approval['state'], comment?: string) =>
      this.#change(id, {
        state,
        decisions: [
          {
            id: 1,
            requirementId: 'owner',
            person: 'user:default/greta',
            decision: state === 'refused' ? 'refuse' : 'approve',
            comment,
            fingerprint: '',
            at: '',
          },
        ],
      });
    this.#ask();
    await this.onAsk(
      number,
      () => decide('approved'),
      comment => decide('refused', comment),
    );
    for (;;) {
      signal?.throwIfAborted();
      const approval = await this.get(id);
      if (approval.state !== 'waiting') return approval;
      await sleep(5);
    }
  }

  /** An approval that one of `decider` has agreed to. */
  async given(options: {
    taskId: string;
    entityRef: string;
    kind: Change['kind'];
    decider: string;
  }): Promise<string> {
    const { taskId, entityRef, kind, decider } = options;
    const change = { kind, fingerprint: 'given' } as Change;
    const { id } = this.#make({ taskId, change });
    const requirement = { deciders: [decider], met: true };
    this.#change(id, {
      entityRef,
      state: 'applied',
      requirements: [requirement as Approval['requirements'][number]],
    });
    return id;
  }

  approveLater() {
    for (const id of this.#approvals.keys())
      this.#change(id, { state: 'approved' });
  }

  async markUsed(
    id: string,
    { fingerprint }: { taskId: string; fingerprint: string },
  ): Promise<Approval> {
    const { change, number, state } = await this.get(id);
    if (change.fingerprint !== fingerprint || state === 'waiting')
      throw new ConflictError(`Approval ${id} is not for ${fingerprint}`);
    if (state !== 'applied') this.history.push(`used ${number}`);
    return this.#change(id, { state: 'applied' });
  }

  async supersede(id: string, change: Change): Promise<RequestOutcome> {
    const old = await this.get(id);
    const approval = this.#make({ ...old, change });
    this.#change(id, { state: 'superseded', supersededBy: approval.id });
    this.history.push(`superseded ${old.number} by ${approval.number}`);
    return { needed: true, approval, adopted: false };
  }

  async reportPlan(_id: string, { fresh }: { fresh: boolean }): Promise<void> {
    this.history.push(fresh ? 'fresh' : 'not fresh');
  }

  async withdraw(): Promise<number> {
    this.history.push('withdrawn');
    return 1;
  }

  #make(request: Pick<ApprovalRequest, 'taskId' | 'change'>): Approval {
    const number = this.#approvals.size + 1;
    return this.#change(`a${number}`, {
      id: `a${number}`,
      number,
      taskId: request.taskId,
      change: request.change,
      state: 'waiting',
      requirements: [],
      decisions: [],
      names: { 'user:default/greta': 'Greta' },
    });
  }

  #change(id: string, change: Partial<Approval>): Approval {
    const approval = { ...this.#approvals.get(id), ...change } as Approval;
    this.#approvals.set(id, approval);
    return approval;
  }
}
