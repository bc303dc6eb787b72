import { ConflictError, NotAllowedError } from '@backstage/errors';
import type { Announcer } from '../delivery/Announcer';
import type { ApprovalStore, DecidedApproval } from '../store/ApprovalStore';
import { stateAt } from './stateAt';
import type { Viewer } from './Viewer';

/** Takes back what was asked and is not used yet. */
export class ApprovalWithdrawals {
  readonly #store: ApprovalStore;
  readonly #announcer: Announcer;
  readonly #now: () => Date;

  constructor(options: {
    store: ApprovalStore;
    announcer: Announcer;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#announcer = options.announcer;
    this.#now = options.now;
  }

  /**
   * @throws NotAllowedError unless the viewer asked for it or manages approvals
   * @throws ConflictError if it has ended
   */
  async byPerson(
    id: string,
    viewer: Viewer & { user: string },
    comment?: string,
  ): Promise<DecidedApproval> {
    const withdrawn = await this.#store.update(id, async ({ approval }) => {
      if (approval.requestedBy !== viewer.user && !viewer.mayManage) {
        throw new NotAllowedError(
          `'${approval.title}' can be withdrawn by whoever asked for it alone.`,
        );
      }
      const state = stateAt(approval, this.#now());
      if (state !== 'waiting' && state !== 'approved') {
        throw new ConflictError(`'${approval.title}' is ${state} already.`);
      }
      return this.#withdrawal(viewer.user, comment && `“${comment}”`);
    });
    await this.#announcer.changed(id);
    return withdrawn;
  }

  /**
   * For a task that has ended: withdraws what is open, and forgets what was answered, so that the
   * task asks anew if somebody runs it again.
   *
   * @returns how many were withdrawn
   */
  async byTask(
    task: { taskId: string; stepId?: string },
    because: string,
  ): Promise<number> {
    const withdrawn = new Set<string>();
    for (const { id } of await this.#store.ofTask(task)) {
      await this.#store.update(id, async ({ approval }) => {
        if (approval.state === 'superseded' || approval.released) {
          return undefined;
        }
        // What has run out stays expired; the timekeeper writes it down.
        const state = stateAt(approval, this.#now());
        if (state !== 'waiting' && state !== 'approved') {
          return { patch: {}, released: true };
        }
        withdrawn.add(id);
        return { ...this.#withdrawal(undefined, because), released: true };
      });
    }
    if (withdrawn.size) await this.#announcer.changed(...withdrawn);
    return withdrawn.size;
  }

  #withdrawal(who: string | undefined, words: string | undefined) {
    return {
      patch: { state: 'withdrawn' as const },
      history: [
        {
          event: 'withdrawn' as const,
          who,
          at: this.#now(),
          text: words ? `withdrew it: ${words}` : 'withdrew it',
        },
      ],
    };
  }
}
