import { InputError, NotAllowedError } from '@backstage/errors';
import type { DecideBody } from '@portico/plugin-approvals-common';
import { chooseRequirement } from '../eligibility/chooseRequirement';
import type { DecidedApproval } from '../store/ApprovalStore';
import type {
  ApprovalUpdate,
  OutboxMessage,
  StoredApproval,
} from '../store/StoredApproval';
import { refuseUnlessOpen } from './refuseUnlessOpen';
import type { Viewer } from './Viewer';
import { whyNotDecide } from './viewerFacts';
import type { ApprovalServices } from './ApprovalServices';

/** Takes decisions. */
export class ApprovalDecisions {
  readonly #services: ApprovalServices;

  constructor(services: ApprovalServices) {
    this.#services = services;
  }

  /**
   * Takes one person's word. Everything that it rests on is looked up at this moment.
   *
   * @throws InputError if a refusal has no comment
   * @throws ConflictError if it was planned again, decided already, or has expired
   * @throws NotAllowedError if it is not this person's to decide
   */
  async decide(
    id: string,
    body: DecideBody,
    viewer: Viewer & { user: string },
  ): Promise<DecidedApproval> {
    const comment = body.comment?.trim() || undefined;
    if (body.decision === 'refuse' && !comment) {
      throw new InputError(
        'Say why: a refusal needs a comment, which goes to the requester.',
      );
    }
    const decided = await this.#services.store.update(id, current =>
      this.#decide(current, { ...body, comment }, viewer),
    );
    await this.#services.announcer.changed(id);
    return decided;
  }

  async #decide(
    current: DecidedApproval,
    { decision, comment, fingerprint, requirementId }: DecideBody,
    viewer: Viewer & { user: string },
  ): Promise<ApprovalUpdate> {
    const { approval } = current;
    const now = this.#services.now();
    refuseUnlessOpen(approval, fingerprint, now);
    const resolved = await this.#services.eligibility.resolve(current);
    const whyNot = whyNotDecide({ decided: current, resolved, viewer, now });
    if (whyNot) {
      throw new NotAllowedError(
        `You can't decide on '${approval.title}'. ${whyNot}`,
      );
    }
    const requirement = chooseRequirement(resolved, viewer.user, requirementId);
    if (!requirement) {
      throw new NotAllowedError(
        `You can't decide on '${approval.title}' as '${requirementId}'.`,
      );
    }
    const refused = decision === 'refuse';
    const complete = resolved.every(({ stored, agreed }) => {
      const extra = stored.id === requirement.stored.id && !refused ? 1 : 0;
      return agreed + extra >= stored.count;
    });
    const agreed = complete ? 'approved' : 'waiting';
    const state = refused ? 'refused' : agreed;
    const onBehalfOf = requirement.standIns.get(viewer.user);
    const verb = refused ? 'refused' : 'approved';
    return {
      patch: { state },
      decision: {
        requirementId: requirement.stored.id,
        person: viewer.user,
        onBehalfOf,
        decision,
        comment,
        fingerprint,
        at: now,
      },
      history: [
        {
          event: verb,
          who: viewer.user,
          at: now,
          text: await this.#words({
            verb,
            title: requirement.stored.title,
            onBehalfOf,
            comment,
          }),
        },
      ],
      messages:
        state === 'waiting'
          ? []
          : await this.#tellRequester(approval, viewer.user, verb, comment),
    };
  }

  async #words(options: {
    verb: string;
    title: string;
    onBehalfOf?: string;
    comment?: string;
  }): Promise<string> {
    const { verb, title, onBehalfOf, comment } = options;
    const absent =
      onBehalfOf &&
      (await this.#services.directory.names([onBehalfOf]))[onBehalfOf];
    return [
      `${verb} for ${title}`,
      absent ? `, standing in for ${absent}` : '',
      comment ? `: “${comment}”` : '',
    ].join('');
  }

  async #tellRequester(
    approval: StoredApproval,
    person: string,
    verb: 'approved' | 'refused',
    comment?: string,
  ): Promise<OutboxMessage[]> {
    const name = (await this.#services.directory.names([person]))[person];
    const what =
      verb === 'approved'
        ? `${name} was the last to agree; the flow goes on.`
        : `${name} refused; nothing is applied.`;
    return this.#services.composer.compose({
      approval,
      recipients: [approval.requestedBy],
      headline: `${verb === 'approved' ? 'Approved' : 'Refused'}: ${
        approval.title
      }`,
      text: comment ? `${what} “${comment}”` : what,
      link: 'See the decision',
      severity: verb === 'approved' ? 'normal' : 'high',
      footer: 'You get this since you asked for it.',
    });
  }
}
