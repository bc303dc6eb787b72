import { ConflictError, NotAllowedError } from '@backstage/errors';
import type { DecidedApproval } from '../store/ApprovalStore';
import type { ApprovalUpdate } from '../store/StoredApproval';
import { askPeople, peopleToAsk } from './askPeople';
import { stateAt } from './stateAt';
import type { Viewer } from './Viewer';
import type { ApprovalServices } from './ApprovalServices';

const BREAK_MS = 3_600_000;

/** Writes again to those who have not decided. */
export class Reminders {
  readonly #services: ApprovalServices;

  constructor(services: ApprovalServices) {
    this.#services = services;
  }

  /** What a reminder writes. */
  async remind(
    current: DecidedApproval,
    who?: string,
  ): Promise<ApprovalUpdate> {
    const { approval } = current;
    const resolved = await this.#services.eligibility.resolve(current);
    const count = peopleToAsk(resolved).length;
    return {
      patch: { remindedAt: this.#services.now() },
      history: [
        {
          event: 'reminded',
          who,
          at: this.#services.now(),
          text: `reminded ${count} ${count === 1 ? 'person' : 'people'}`,
        },
      ],
      messages: await askPeople({
        approval,
        resolved,
        directory: this.#services.directory,
        composer: this.#services.composer,
        occasion: 'reminded',
      }),
    };
  }

  /**
   * A person's wish, at most once an hour.
   *
   * @throws ConflictError if it is too soon or nothing waits
   */
  async byPerson(
    id: string,
    viewer: Viewer & { user: string },
  ): Promise<DecidedApproval> {
    const reminded = await this.#services.store.update(id, async current => {
      const { approval } = current;
      const now = this.#services.now();
      if (approval.requestedBy !== viewer.user && !viewer.mayManage) {
        throw new NotAllowedError(
          `Whoever asked for '${approval.title}' alone can remind others of it.`,
        );
      }
      const state = stateAt(approval, now);
      if (state !== 'waiting') {
        throw new ConflictError(`'${approval.title}' is ${state} already.`);
      }
      const next = (approval.remindedAt?.getTime() ?? 0) + BREAK_MS;
      if (next > now.getTime()) {
        throw new ConflictError(
          `They were reminded within the last hour. Remind again from ${new Date(
            next,
          ).toISOString()}.`,
        );
      }
      return this.remind(current, viewer.user);
    });
    await this.#services.announcer.changed(id);
    return reminded;
  }
}
