import type { EventsService } from '@backstage/plugin-events-node';
import { randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';

/** Topic of the events that say that an approval has changed; payload `{ approvalId }`. */
export const APPROVALS_TOPIC = 'portico.approvals';

/** A task's look at one approval. */
export interface ApprovalWatch {
  /** Ends at the next change, or after the time; at once if something changed since the last call. */
  next(options: { timeoutMs: number; signal?: AbortSignal }): Promise<void>;
  end(): void;
}

/** Hears of changes of approvals through the events service, with one subscription for all tasks. */
export class ApprovalChanges {
  readonly #events: EventsService;
  readonly #emitter = new EventEmitter().setMaxListeners(0);
  #subscribed?: Promise<void>;

  constructor(events: EventsService) {
    this.#events = events;
  }

  async watch(approvalId: string): Promise<ApprovalWatch> {
    this.#subscribed ??= this.#subscribe();
    await this.#subscribed;
    let changed = false;
    const note = () => {
      changed = true;
    };
    this.#emitter.on(approvalId, note);
    return {
      next: async ({ timeoutMs, signal }) => {
        if (!changed) await this.#nextChange(approvalId, timeoutMs, signal);
        changed = false;
      },
      end: () => {
        this.#emitter.off(approvalId, note);
      },
    };
  }

  async #nextChange(
    approvalId: string,
    timeoutMs: number,
    signal?: AbortSignal,
  ): Promise<void> {
    const timeout = AbortSignal.timeout(timeoutMs);
    try {
      await once(this.#emitter, approvalId, {
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      });
    } catch (error) {
      signal?.throwIfAborted();
      if (!timeout.aborted) throw error;
    }
  }

  #subscribe(): Promise<void> {
    return this.#events.subscribe({
      // Subscribers of one id share the events; every replica needs all of them.
      id: `approvals-client-${randomUUID()}`,
      topics: [APPROVALS_TOPIC],
      onEvent: async ({ eventPayload }) => {
        const { approvalId } = eventPayload as { approvalId?: string };
        if (approvalId) this.#emitter.emit(approvalId);
      },
    });
  }
}
