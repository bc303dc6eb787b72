import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import {
  HEALTH_CHANNEL,
  type HealthSignalMessage,
} from '@portico/plugin-health-common';
import type { Reviewed } from '../collect/reviewAll';
import { noticeOf } from './noticeOf';

/** Topic of the events service; its payload is `{ changes: [{ entityRef, from?, to, since, headline }] }`. */
export const HEALTH_TOPIC = 'portico.health';

/** Pages are told of new numbers no more often than that; of new states at once. */
const QUIET_MS = 15_000;

/** Tells open pages, other plugins and owners what a look has found. */
export class Announcer {
  readonly #events: EventsService;
  readonly #signals: SignalsService;
  readonly #notifications: NotificationService;
  readonly #logger: LoggerService;
  readonly #now: () => Date;
  #toldPagesAt = 0;

  constructor(options: {
    events: EventsService;
    signals: SignalsService;
    notifications: NotificationService;
    logger: LoggerService;
    now: () => Date;
  }) {
    this.#events = options.events;
    this.#signals = options.signals;
    this.#notifications = options.notifications;
    this.#logger = options.logger;
    this.#now = options.now;
  }

  /** Call it after the write. Fails never: all of it can be read as well, and collecting goes on. */
  async tell(reviewed: Reviewed, asOf: string): Promise<void> {
    const results = await Promise.allSettled([
      this.#tellPages(reviewed, asOf),
      this.#tellPlugins(reviewed),
      ...reviewed.notices.map(it => this.#notifications.send(noticeOf(it))),
    ]);
    for (const result of results) {
      if (result.status === 'rejected') {
        this.#logger.warn(
          `A change of health could not be announced: ${result.reason}`,
        );
      }
    }
  }

  async #tellPages(reviewed: Reviewed, asOf: string): Promise<void> {
    const now = this.#now().getTime();
    if (!reviewed.statesChanged && now - this.#toldPagesAt < QUIET_MS) return;
    this.#toldPagesAt = now;
    await this.#signals.publish<HealthSignalMessage>({
      recipients: { type: 'broadcast' },
      channel: HEALTH_CHANNEL,
      message: { asOf },
    });
  }

  async #tellPlugins({ counted }: Reviewed): Promise<void> {
    if (!counted.length) return;
    await this.#events.publish({
      topic: HEALTH_TOPIC,
      eventPayload: {
        changes: counted.map(({ before, after }) => ({
          entityRef: after.summary.entityRef,
          from: before?.memory.counted.state,
          to: after.memory.counted.state,
          since: after.memory.counted.since,
          headline: after.summary.headline,
        })),
      },
    });
  }
}
