import type {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { ServiceUnavailableError } from '@backstage/errors';
import type { Timeline, TimelineEvent } from '@portico/plugin-health-common';
import type {
  HealthSubject,
  HealthTimelineProvider,
} from '@portico/plugin-health-node';
import type { Knex } from 'knex';
import type { SummaryCache } from '../read/SummaryCache';
import { unknownEntity, type Visibility } from '../read/Visibility';
import type { TimeRange } from '../series/alignRange';
import { storedEvents, verdictEvents } from './ownEvents';

const TIMEOUT_MS = 10_000;

/** Joins what health itself has seen with what other systems tell. */
export class TimelineService {
  readonly #knex: Knex;
  readonly #cache: SummaryCache;
  readonly #visibility: Visibility;
  readonly #providers: Map<string, HealthTimelineProvider>;
  readonly #logger: LoggerService;

  constructor(options: {
    knex: Knex;
    cache: SummaryCache;
    visibility: Visibility;
    providers: Map<string, HealthTimelineProvider>;
    logger: LoggerService;
  }) {
    this.#knex = options.knex;
    this.#cache = options.cache;
    this.#visibility = options.visibility;
    this.#providers = options.providers;
    this.#logger = options.logger;
  }

  /** @throws NotFoundError for what the caller may not see */
  async of(
    ref: string,
    range: TimeRange,
    options: { credentials: BackstageCredentials; signal: AbortSignal },
  ): Promise<Timeline> {
    const entity = await this.#visibility.entity(ref, options.credentials);
    const entityRef = stringifyEntityRef(entity);
    const { verdicts } = await this.#cache.current();
    const stored = verdicts.get(entityRef);
    if (!stored) throw unknownEntity(entityRef);
    const subject = { entityRef, entity };
    const problems: Timeline['problems'] = [];
    const [verdictChanges, seen, ...told] = await Promise.all([
      verdictEvents(this.#knex, entityRef, range),
      storedEvents(this.#knex, entityRef, stored.memory.applies, range),
      ...[...this.#providers.values()]
        .filter(provider => provider.appliesTo(subject))
        .map(async provider => {
          try {
            return await ask(provider, subject, range, options);
          } catch (error) {
            const { message } = error as Error;
            this.#logger.warn(
              `${provider.title} could not tell what happened to ${entityRef}: ${message}`,
            );
            problems.push({ source: provider.title, message });
            return [];
          }
        }),
    ]);
    const from = range.from.toISOString();
    const to = range.to.toISOString();
    const events = [...verdictChanges, ...seen, ...told.flat()]
      .map(event => ({ ...event, at: new Date(event.at).toISOString() }))
      .filter(({ at }) => at >= from && at <= to)
      .sort((a, b) => b.at.localeCompare(a.at) || b.id.localeCompare(a.id));
    return { events, problems };
  }
}

async function ask(
  provider: HealthTimelineProvider,
  subject: HealthSubject,
  range: TimeRange,
  options: { credentials: BackstageCredentials; signal: AbortSignal },
): Promise<TimelineEvent[]> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  const late = new Promise<never>((_resolve, reject) => {
    timeout.addEventListener('abort', () =>
      reject(
        new ServiceUnavailableError(
          `${provider.title} has not answered within ${TIMEOUT_MS / 1000} s.`,
        ),
      ),
    );
  });
  const { credentials } = options;
  const signal = AbortSignal.any([timeout, options.signal]);
  return Promise.race([
    provider.events(subject, { ...range, credentials, signal }),
    late,
  ]);
}
