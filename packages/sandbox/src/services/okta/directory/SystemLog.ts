import { randomUUID } from 'node:crypto';
import type { Clock, Collection, Store } from '../../../kit';
import type { LogEvent, LogParty, OktaGroup, OktaUser } from './types';

/** Who asked for a change, as the log names them. */
export interface LogContext {
  actor: LogParty;
  userAgent?: string;
}

/** The organisation's system log: what changed, who did it, to whom. */
export class SystemLog {
  readonly #events: Collection<LogEvent>;
  readonly #clock: Clock;
  readonly #listeners = new Set<(event: LogEvent) => void>();

  constructor(store: Store, clock: Clock) {
    this.#events = store.collection<LogEvent>('okta', 'log');
    this.#clock = clock;
  }

  write(
    context: LogContext,
    eventType: string,
    displayMessage: string,
    target: LogParty[],
    failure?: string,
  ): void {
    const uuid = randomUUID();
    const event = this.#events.put(uuid, {
      uuid,
      published: this.#clock.now().toISOString(),
      eventType,
      displayMessage,
      severity: failure ? 'WARN' : 'INFO',
      outcome: failure
        ? { result: 'FAILURE', reason: failure }
        : { result: 'SUCCESS' },
      actor: context.actor,
      target,
      client: {
        ipAddress: '127.0.0.1',
        userAgent: context.userAgent
          ? { rawUserAgent: context.userAgent }
          : undefined,
      },
      version: '0',
    });
    for (const listener of this.#listeners) listener(event);
  }

  /** Calls `listener` with each event from now on, once the change that it tells is made. Returns what ends it. */
  onWrite(listener: (event: LogEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** Oldest first. */
  list(): LogEvent[] {
    return this.#events.list();
  }
}

export function userParty({ id, profile }: OktaUser): LogParty {
  return {
    id,
    type: 'User',
    alternateId: profile.login,
    displayName: `${profile.firstName} ${profile.lastName}`,
  };
}

export function groupParty({ id, profile }: OktaGroup): LogParty {
  return {
    id,
    type: 'UserGroup',
    alternateId: 'unknown',
    displayName: profile.name,
  };
}
