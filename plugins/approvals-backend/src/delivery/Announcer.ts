import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import {
  APPROVALS_SIGNAL_CHANNEL,
  type ApprovalSignal,
} from '@portico/plugin-approvals-common';
import { APPROVALS_TOPIC } from '@portico/plugin-approvals-node';
import type { Outbox } from './Outbox';

/** Tells open pages and waiting tasks that an approval has changed, and sends what lies in the outbox. */
export class Announcer {
  readonly #events: EventsService;
  readonly #signals: SignalsService;
  readonly #outbox: Outbox;
  readonly #logger: LoggerService;

  constructor(options: {
    events: EventsService;
    signals: SignalsService;
    outbox: Outbox;
    logger: LoggerService;
  }) {
    this.#events = options.events;
    this.#signals = options.signals;
    this.#outbox = options.outbox;
    this.#logger = options.logger;
  }

  /**
   * Call it after the write. Fails never: pages and tasks also ask by themselves, and the outbox is
   * emptied again by the clock.
   */
  async changed(...approvalIds: string[]): Promise<void> {
    const results = await Promise.allSettled(
      approvalIds.flatMap(approvalId => [
        this.#events.publish({
          topic: APPROVALS_TOPIC,
          eventPayload: { approvalId },
        }),
        this.#signals.publish<ApprovalSignal>({
          recipients: { type: 'broadcast' },
          channel: APPROVALS_SIGNAL_CHANNEL,
          message: { approvalId },
        }),
      ]),
    );
    for (const result of results) {
      if (result.status === 'rejected') {
        this.#logger.warn(
          `A change of approvals could not be announced: ${result.reason}`,
        );
      }
    }
    this.#outbox.flush().catch(error => {
      this.#logger.warn(`The outbox could not be emptied: ${error}`);
    });
  }
}
