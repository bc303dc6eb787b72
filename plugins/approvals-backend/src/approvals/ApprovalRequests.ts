import { ConflictError } from '@backstage/errors';
import type { Approval, Change } from '@portico/plugin-approvals-common';
import type {
  ApprovalPreview,
  ApprovalRequest,
  RequestOutcome,
} from '@portico/plugin-approvals-node';
import type { Announcer } from '../delivery/Announcer';
import type { MessageComposer } from '../delivery/MessageComposer';
import type { Directory } from '../directory/Directory';
import type { ApprovalStore } from '../store/ApprovalStore';
import type { Consequences, NewApproval } from '../store/StoredApproval';
import type { ApprovalReader } from './ApprovalReader';
import { askPeople, peopleToAsk } from './askPeople';
import { deciderRefs } from './deciderRefs';
import type { Draft, RequestDrafter } from './RequestDrafter';
import { requestHistory } from './requestHistory';
import { stateAt } from './stateAt';
import { serviceViewer } from './Viewer';

/** What tasks may do: ask, ask again, use. */
export class ApprovalRequests {
  readonly #store: ApprovalStore;
  readonly #reader: ApprovalReader;
  readonly #drafter: RequestDrafter;
  readonly #directory: Directory;
  readonly #composer: MessageComposer;
  readonly #announcer: Announcer;
  readonly #now: () => Date;

  constructor(options: {
    store: ApprovalStore;
    reader: ApprovalReader;
    drafter: RequestDrafter;
    directory: Directory;
    composer: MessageComposer;
    announcer: Announcer;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#reader = options.reader;
    this.#drafter = options.drafter;
    this.#directory = options.directory;
    this.#composer = options.composer;
    this.#announcer = options.announcer;
    this.#now = options.now;
  }

  async preview(request: ApprovalRequest): Promise<ApprovalPreview> {
    const { approval, resolved, because } = await this.#drafter.draft(request);
    return {
      needed: approval !== undefined,
      because,
      requirements: resolved.map(({ stored, eligible }) => ({
        title: stored.title,
        reasons: stored.reasons,
        count: stored.count,
        eligible,
      })),
      names: await this.#directory.names(
        resolved.flatMap(({ eligible }) => eligible),
      ),
    };
  }

  async request(request: ApprovalRequest): Promise<RequestOutcome> {
    const { fingerprint } = request.change;
    const known = await this.#store.find({ ...request, fingerprint });
    if (known) return this.#outcome(known.id, true);
    const draft = await this.#drafter.draft(request);
    const { approval, because } = draft;
    if (!approval) return { needed: false, because };
    if (!(await this.#store.insert(approval, await this.#ask(approval, draft))))
      return this.request(request); // the same step asked at the same moment
    await this.#announcer.changed(approval.id);
    return this.#outcome(approval.id, false);
  }

  /** @throws ConflictError if it can't be asked again any more */
  async supersede(
    id: string,
    change: Change,
    because: string,
  ): Promise<RequestOutcome> {
    let outcome: RequestOutcome = { needed: false, because: '' };
    let successorId: string | undefined;
    const { approval: old } = await this.#store.update(
      id,
      async ({ approval }) => {
        successorId = undefined;
        if (approval.change.fingerprint === change.fingerprint) {
          successorId = approval.id;
          return undefined;
        }
        const state = stateAt(approval, this.#now());
        if (state === 'superseded') {
          successorId = await this.#sameSuccessor(
            approval.supersededBy,
            change,
          );
          return undefined;
        }
        if (state !== 'waiting' && state !== 'approved') {
          throw new ConflictError(
            `Approval ${id} was ${state} and can't be asked again. Start the flow anew.`,
          );
        }
        const draft = await this.#drafter.draft(
          { ...approval, change },
          { chainId: approval.chainId, supersedes: approval.id },
        );
        const successor = draft.approval;
        successorId = successor?.id;
        if (!successor) outcome = { needed: false, because: draft.because };
        return {
          patch: { state: 'superseded', supersededBy: successor?.id },
          history: [
            {
              event: 'discarded',
              at: this.#now(),
              text: `discarded ${
                approval.change.plan?.id ?? 'the plan'
              }, ${because}`,
            },
          ],
          successor: successor && {
            approval: successor,
            ...(await this.#ask(successor, draft)),
          },
        };
      },
    );
    await this.#announcer.changed(
      old.id,
      ...(successorId ? [successorId] : []),
    );
    return successorId ? this.#outcome(successorId, false) : outcome;
  }

  /** @throws ConflictError if it is not this task's to use, for this fingerprint, now */
  async use(
    id: string,
    use: { taskId: string; fingerprint: string },
  ): Promise<Approval> {
    const used = await this.#store.update(id, async ({ approval }) => {
      const why = whyNotUse(approval, use, this.#now());
      if (why) throw new ConflictError(`Approval ${id} can't be used: ${why}`);
      if (approval.state === 'applied') return undefined;
      return {
        patch: { state: 'applied', usedAt: this.#now() },
        history: [
          {
            event: 'applied',
            at: this.#now(),
            text: `used for ${
              approval.change.plan?.id ?? 'exactly this change'
            }`,
          },
        ],
      };
    });
    await this.#announcer.changed(id);
    return this.#reader.present(used, serviceViewer);
  }

  /** Notes whether the plan still fits the state. */
  async reportPlan(
    id: string,
    { fresh, checkedAt }: { fresh: boolean; checkedAt: string },
  ): Promise<void> {
    let changed = false;
    await this.#store.update(id, async ({ approval }) => {
      const { plan } = approval.change;
      if (!plan || (plan.fresh === fresh && plan.checkedAt === checkedAt))
        return undefined;
      changed = plan.fresh !== fresh;
      return {
        patch: {
          change: { ...approval.change, plan: { ...plan, fresh, checkedAt } },
        },
      };
    });
    if (changed) await this.#announcer.changed(id);
  }

  async #sameSuccessor(
    id: string | undefined,
    change: Change,
  ): Promise<string> {
    const successor = id && (await this.#store.get(id)).approval;
    if (successor && successor.change.fingerprint === change.fingerprint)
      return successor.id;
    throw new ConflictError(
      `This was planned again already${
        id ? `: ask again on approval ${id}` : ''
      }.`,
    );
  }

  async #ask(approval: NewApproval, draft: Draft): Promise<Consequences> {
    const { resolved, owners } = draft;
    const names = await this.#directory.names([approval.entityRef]);
    return {
      deciderRefs: deciderRefs(approval.requirements, owners),
      messages: await askPeople({
        approval,
        resolved,
        directory: this.#directory,
        composer: this.#composer,
        occasion: 'asked',
      }),
      history: requestHistory({
        approval,
        draft,
        people: peopleToAsk(resolved).length,
        entityName: names[approval.entityRef],
      }),
    };
  }

  async #outcome(id: string, adopted: boolean): Promise<RequestOutcome> {
    const approval = await this.#reader.get(id, serviceViewer);
    return { needed: true, approval, adopted };
  }
}

function whyNotUse(
  approval: Parameters<typeof stateAt>[0],
  use: { taskId: string; fingerprint: string },
  now: Date,
): string | undefined {
  const state = stateAt(approval, now);
  if (approval.taskId !== use.taskId)
    return `task ${approval.taskId} asked for it.`;
  if (approval.change.fingerprint !== use.fingerprint)
    return 'it was given for another plan. Ask again for this one.';
  if (state === 'expired')
    return `it expired at ${approval.expiresAt.toISOString()}.`;
  return state === 'approved' || state === 'applied'
    ? undefined
    : `it is ${state}.`;
}
