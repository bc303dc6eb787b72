import type { Escalation } from '../config/ApprovalsConfig';
import type { DecidedApproval } from '../store/ApprovalStore';
import type { ApprovalUpdate } from '../store/StoredApproval';
import { peopleToAsk } from './askPeople';
import { deciderRefs } from './deciderRefs';
import type { ApprovalServices } from './ApprovalServices';

/** Tells those above that an answer is late and, where config says so, lets them decide. */
export class Escalator {
  readonly #services: ApprovalServices;
  readonly #escalation?: Escalation;

  constructor(
    options: ApprovalServices & {
      escalation?: Escalation;
    },
  ) {
    this.#services = options;
    this.#escalation = options.escalation;
  }

  /** What an escalation writes. */
  async escalate(
    current: DecidedApproval,
  ): Promise<ApprovalUpdate | undefined> {
    if (!this.#escalation) return undefined;
    const { to, mayDecide } = this.#escalation;
    const { approval } = current;
    const resolved = await this.#services.eligibility.resolve(current);
    const requirements = resolved.map(({ stored, met }) =>
      met
        ? stored
        : {
            ...stored,
            escalatedTo: to,
            escalationDecides: stored.escalationDecides || mayDecide,
          },
    );
    const names = await this.#services.directory.names(to);
    const above = [
      ...(await this.#services.directory.membersOf(to)).values(),
    ].flat();
    const owners = (await this.#services.directory.entity(approval.entityRef))
      ?.owners;
    return {
      patch: { requirements, escalatedAt: this.#services.now() },
      deciderRefs: deciderRefs(requirements, owners ?? [approval.owner]),
      history: [
        {
          event: 'escalated',
          at: this.#services.now(),
          text: `told ${to
            .map(ref => names[ref])
            .join(' and ')} that nobody has answered for ${resolved
            .filter(({ met }) => !met)
            .map(({ stored }) => stored.title)
            .join(' and ')}${mayDecide ? '; they may decide now' : ''}`,
        },
      ],
      messages: await this.#services.composer.compose({
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
