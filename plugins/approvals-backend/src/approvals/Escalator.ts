import type { Escalation } from '../config/ApprovalsConfig';
import type { MessageComposer } from '../delivery/MessageComposer';
import type { Directory } from '../directory/Directory';
import type { Eligibility } from '../eligibility/Eligibility';
import type { DecidedApproval } from '../store/ApprovalStore';
import type { ApprovalUpdate } from '../store/StoredApproval';
import { peopleToAsk } from './askPeople';
import { deciderRefs } from './deciderRefs';

/** Tells those above that an answer is late and, where config says so, lets them decide. */
export class Escalator {
  readonly #escalation?: Escalation;
  readonly #eligibility: Eligibility;
  readonly #directory: Directory;
  readonly #composer: MessageComposer;
  readonly #now: () => Date;

  constructor(options: {
    escalation?: Escalation;
    eligibility: Eligibility;
    directory: Directory;
    composer: MessageComposer;
    now: () => Date;
  }) {
    this.#escalation = options.escalation;
    this.#eligibility = options.eligibility;
    this.#directory = options.directory;
    this.#composer = options.composer;
    this.#now = options.now;
  }

  /** What an escalation writes. */
  async escalate(
    current: DecidedApproval,
  ): Promise<ApprovalUpdate | undefined> {
    if (!this.#escalation) return undefined;
    const { to, mayDecide } = this.#escalation;
    const { approval } = current;
    const resolved = await this.#eligibility.resolve(current);
    const requirements = resolved.map(({ stored, met }) =>
      met
        ? stored
        : {
            ...stored,
            escalatedTo: to,
            escalationDecides: stored.escalationDecides || mayDecide,
          },
    );
    const names = await this.#directory.names(to);
    const above = [...(await this.#directory.membersOf(to)).values()].flat();
    const owners = (await this.#directory.entity(approval.entityRef))?.owners;
    return {
      patch: { requirements, escalatedAt: this.#now() },
      deciderRefs: deciderRefs(requirements, owners ?? [approval.owner]),
      history: [
        {
          event: 'escalated',
          at: this.#now(),
          text: `told ${to
            .map(ref => names[ref])
            .join(' and ')} that nobody has answered for ${resolved
            .filter(({ met }) => !met)
            .map(({ stored }) => stored.title)
            .join(' and ')}${mayDecide ? '; they may decide now' : ''}`,
        },
      ],
      messages: await this.#composer.compose({
        approval,
        recipients: [...new Set([...above, ...peopleToAsk(resolved)])].filter(
          user => user !== approval.requestedBy,
        ),
        headline: `Late: ${approval.title}`,
        text: `Nobody has answered yet. It expires at ${approval.expiresAt.toISOString()}; then nothing is applied.`,
        link: 'See the difference',
        severity: 'high',
        footer:
          'You get this since you decide here, or since answers that are late are escalated to you.',
      }),
    };
  }
}
