import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  NotificationSendOptions,
  NotificationService,
} from '@backstage/plugin-notifications-node';

/** Something that waits to be told. */
export interface Waiting {
  id: string;
  /** Undefined where there is nobody to tell. */
  notice?: NotificationSendOptions;
}

/** Sends notifications, and remembers which have arrived. */
export class Announcer {
  readonly #notifications: NotificationService;
  readonly #logger: LoggerService;

  constructor(options: {
    notifications: NotificationService;
    logger: LoggerService;
  }) {
    this.#notifications = options.notifications;
    this.#logger = options.logger;
  }

  /**
   * Tells each, and says of each at once that it is told, so that none comes twice if this ends half-way. What could
   * not be sent waits for the next time.
   */
  async tell(
    waiting: readonly Waiting[],
    told: (id: string) => Promise<void>,
  ): Promise<void> {
    for (const { id, notice } of waiting) {
      try {
        if (notice) await this.#notifications.send(notice);
      } catch (error) {
        this.#logger.warn(
          `A finding on costs could not be told to ${JSON.stringify(
            notice?.recipients,
          )}; it is tried again after the next collection: ${error}`,
        );
        continue;
      }
      await told(id);
    }
  }
}
