import type { AuditorService } from '@backstage/backend-plugin-api';
import type { DecidedApproval } from '../store/ApprovalStore';
import type { ApprovalUpdate } from '../store/StoredApproval';
import { deciderRefs } from './deciderRefs';
import { dueNow, type Due, type Pace } from './dueNow';
import type { Escalator } from './Escalator';
import type { Reminders } from './Reminders';
import type { ApprovalServices } from './ApprovalServices';

/** Does what time asks for: reminds, escalates, ends what has run out, and follows changed owners. */
export class Timekeeper {
  readonly #services: ApprovalServices;
  readonly #auditor: AuditorService;
  readonly #reminders: Reminders;
  readonly #escalator: Escalator;
  readonly #pace: Pace;

  constructor(
    options: ApprovalServices & {
      auditor: AuditorService;
      reminders: Reminders;
      escalator: Escalator;
      pace: Pace;
    },
  ) {
    this.#services = options;
    this.#auditor = options.auditor;
    this.#reminders = options.reminders;
    this.#escalator = options.escalator;
    this.#pace = options.pace;
  }

  /** One round over all open approvals. One that fails doesn't hold up the others. */
  async tick(): Promise<void> {
    const failures: Error[] = [];
    for (const { approval } of await this.#services.store.open()) {
      try {
        await this.#follow(approval.id);
      } catch (error) {
        failures.push(
          new Error(`approval ${approval.id}: ${(error as Error).message}`),
        );
      }
    }
    if (failures.length) {
      throw new AggregateError(
        failures,
        `${failures.length} approvals could not be followed: ${failures
          .map(({ message }) => message)
          .join('; ')}`,
      );
    }
  }

  async #follow(id: string): Promise<void> {
    let due: Due | undefined;
    await this.#services.store.update(id, async current => {
      due = dueNow(current.approval, this.#pace, this.#services.now());
      switch (due) {
        case 'expire':
          return this.#expire(current);
        case 'escalate':
          return this.#escalator.escalate(current);
        case 'remind':
          return this.#reminders.remind(current);
        default:
          return this.#followOwner(current);
      }
    });
    if (!due) return;
    await this.#services.announcer.changed(id);
    const event = await this.#auditor.createEvent({
      eventId: `approval-${due}`,
      severityLevel: 'low',
      meta: { approvalId: id },
    });
    await event.success();
  }

  async #expire({ approval }: DecidedApproval): Promise<ApprovalUpdate> {
    const decided = approval.state === 'approved';
    return {
      patch: { state: 'expired' },
      history: [
        {
          event: 'expired',
          at: this.#services.now(),
          text: decided
            ? 'expired before it was used; nothing is applied'
            : 'expired undecided; nothing is applied',
        },
      ],
      messages: await this.#services.composer.compose({
        approval,
        recipients: [approval.requestedBy],
        headline: `Expired: ${approval.title}`,
        text: 'Nothing was applied. Start the flow again to ask again.',
        link: 'See what was asked',
        severity: 'high',
        footer: 'You get this since you asked for it.',
      }),
    };
  }

  /** Lists are searched by whom a role belonged to; decisions look it up themselves. */
  async #followOwner({
    approval,
    decisions,
  }: DecidedApproval): Promise<ApprovalUpdate | undefined> {
    const owners = (await this.#services.directory.entity(approval.entityRef))
      ?.owners;
    if (!owners?.length || owners[0] === approval.owner) return undefined;
    const resolved = await this.#services.eligibility.resolve({
      approval,
      decisions,
    });
    return {
      patch: { owner: owners[0] },
      deciderRefs: deciderRefs(
        resolved.map(({ stored }) => stored),
        owners,
      ),
    };
  }
}
