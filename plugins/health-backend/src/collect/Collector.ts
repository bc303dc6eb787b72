import type { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import type { HealthProvider } from '@portico/plugin-health-node';
import type { HealthConfig, Pace } from '../config/HealthConfig';
import { evidenceOf } from '../store/entryRows';
import type { HealthStore } from '../store/HealthStore';
import { sameJson } from '../store/sameJson';
import type { ProviderRun } from '../store/types';
import type { Subject, Subjects } from '../subjects/Subjects';
import { mergeCollection } from './mergeCollection';
import { runProvider, type Outcome } from './ProviderRunner';
import { nextRun, sourceEvents } from './providerRun';
import { reviewAll, type Reviewed } from './reviewAll';
import { signalEvents } from './signalEvents';
import { loadSnapshot, putEntry, type Snapshot } from './Snapshot';

const MOST_TRIES = 8;
/** Longer than any provider is left alone. */
const HOLE_MS = 600_000;
const DEFAULT_PACE: Pace = {
  intervalSeconds: 60,
  timeoutSeconds: 30,
  jitterSeconds: 3,
};

/** Told after each write. Nothing waits for it: what it does must end by itself, and fail never. */
export type CollectorListener = (reviewed: Reviewed, asOf: string) => void;

/** Told after each collection, before what it brought is written. */
export type CollectionListener = (
  provider: HealthProvider,
  asked: number,
  outcome: Outcome,
) => void;

/**
 * Asks providers and writes what follows from their answers: signals, verdicts, history, events, all in one
 * transaction. Several replicas may do so at once; who comes second looks again.
 */
export class Collector {
  readonly #store: HealthStore;
  readonly #subjects: Subjects;
  readonly #providers: Map<string, HealthProvider>;
  readonly #config: HealthConfig;
  readonly #logger: LoggerService;
  readonly #now: () => Date;
  readonly #listeners: CollectorListener[] = [];
  readonly #collectionListeners: CollectionListener[] = [];
  #snapshot?: Snapshot;
  #writing: Promise<unknown> = Promise.resolve();

  constructor(options: {
    store: HealthStore;
    subjects: Subjects;
    providers: Map<string, HealthProvider>;
    config: HealthConfig;
    logger: LoggerService;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#subjects = options.subjects;
    this.#providers = options.providers;
    this.#config = options.config;
    this.#logger = options.logger;
    this.#now = options.now;
  }

  onWritten(listener: CollectorListener): void {
    this.#listeners.push(listener);
  }

  onCollected(listener: CollectionListener): void {
    this.#collectionListeners.push(listener);
  }

  paceOf(provider: HealthProvider): Pace {
    const configured = this.#config.paces.get(provider.id);
    return {
      jitterSeconds: configured?.jitterSeconds ?? DEFAULT_PACE.jitterSeconds,
      intervalSeconds:
        configured?.intervalSeconds ??
        provider.intervalSeconds ??
        DEFAULT_PACE.intervalSeconds,
      timeoutSeconds:
        configured?.timeoutSeconds ??
        provider.timeoutSeconds ??
        DEFAULT_PACE.timeoutSeconds,
    };
  }

  /**
   * Asks one provider, unless it has failed too often and has to be left alone for a while.
   *
   * @param options.force asks all the same: somebody waits for it
   */
  async collect(
    provider: HealthProvider,
    options: { force?: boolean; signal?: AbortSignal } = {},
  ): Promise<void> {
    const { intervalSeconds, timeoutSeconds } = this.paceOf(provider);
    const run = (await this.#store.runs()).get(provider.id);
    const resting = run && run.failures > 0 && this.#isBefore(run.nextAt);
    if (resting && !options.force) return;

    const subjects = await this.#subjects.all();
    const asked = [...subjects.values()].filter(it => provider.appliesTo(it));
    if (!asked.length) return;
    const outcome = await runProvider(provider, asked, {
      timeoutSeconds,
      now: this.#now,
      signal: options.signal,
    });
    if ('failure' in outcome) {
      this.#logger.warn(
        `${provider.title} could not be asked about ${asked.length} components: ${outcome.failure}`,
      );
    }
    for (const tell of this.#collectionListeners) {
      tell(provider, asked.length, outcome);
    }
    await this.#write(subjects, snapshot =>
      this.#digest(snapshot, { provider, asked, outcome, intervalSeconds }),
    );
  }

  /** Looks at all verdicts anew: time makes signals stale, and the catalog changes. */
  async review(): Promise<void> {
    await this.#write(await this.#subjects.all(), () => ({}));
  }

  #isBefore(time: string): boolean {
    return this.#now().getTime() < Date.parse(time);
  }

  /** What a collection changes; `undefined` if a later one was written already. */
  #digest(
    snapshot: Snapshot,
    round: {
      provider: HealthProvider;
      asked: Subject[];
      outcome: Outcome;
      intervalSeconds: number;
    },
  ): Digest | undefined {
    const { provider, asked, outcome, intervalSeconds } = round;
    const before = snapshot.runs.get(provider.id);
    const startedAt = outcome.startedAt.toISOString();
    if (before && before.startedAt > startedAt) return undefined;
    const run = nextRun(provider, before, outcome, intervalSeconds);
    const events = sourceEvents(before, run);
    if ('failure' in outcome) return { run, events };
    const previous = snapshot.entries.get(provider.id) ?? new Map();
    const changed = mergeCollection({
      asked: asked.map(it => it.entityRef),
      collection: outcome.collection,
      previous,
      run: before,
      now: this.#now(),
    });
    return {
      run,
      events: [...events, ...signalEvents(changed, previous, this.#now())],
      entries: [...changed].map(([entityRef, entry]) => ({
        provider: provider.id,
        entityRef,
        entry,
      })),
    };
  }

  /** One writer at a time within this process; among processes the revision decides. */
  async #write(
    subjects: Map<string, Subject>,
    digest: (snapshot: Snapshot) => Digest | undefined,
  ): Promise<void> {
    const turn = this.#writing.then(() => this.#tryWrite(subjects, digest));
    this.#writing = turn.catch(() => undefined);
    await turn;
  }

  async #tryWrite(
    subjects: Map<string, Subject>,
    digest: (snapshot: Snapshot) => Digest | undefined,
  ): Promise<void> {
    for (let tries = 1; tries <= MOST_TRIES; tries++) {
      const snapshot = await loadSnapshot(this.#store, this.#snapshot);
      this.#snapshot = undefined; // what is changed below is stored only if the commit succeeds
      const found = digest(snapshot);
      if (!found) {
        this.#snapshot = snapshot;
        return;
      }
      if (await this.#commit(snapshot, subjects, found)) return;
    }
    throw new ConflictError(
      `Health was being written by others ${MOST_TRIES} times in a row; the next collection tries again.`,
    );
  }

  async #commit(
    snapshot: Snapshot,
    subjects: Map<string, Subject>,
    { run, entries = [], events = [] }: Digest,
  ): Promise<boolean> {
    const now = this.#now();
    const hole = holeBefore(snapshot, now);
    if (run) snapshot.runs.set(run.provider, run);
    const evidence = entries.filter(({ provider, entityRef, entry }) => {
      const before = snapshot.entries.get(provider)?.get(entityRef);
      return !before || !sameJson(evidenceOf(before), evidenceOf(entry));
    });
    for (const { provider, entityRef, entry } of entries) {
      putEntry(snapshot.entries, provider, entityRef, entry);
    }
    const reviewed = reviewAll({
      snapshot,
      subjects,
      providers: this.#providers,
      environment: this.#config.environment,
      measured: new Set(
        entries
          .filter(({ entry }) => entry.signals.some(it => it.figure))
          .map(({ entityRef }) => entityRef),
      ),
      now,
    });
    const asOf = run?.answeredAt ?? snapshot.asOf ?? now.toISOString();
    const written = await this.#store.commit({
      revision: snapshot.revision,
      asOf,
      run,
      entries,
      evidence,
      verdicts: reviewed.changed,
      removed: reviewed.removed,
      periods: reviewed.periods,
      hole: run && hole,
      events: [...events, ...reviewed.events],
    });
    if (!written) return false;
    this.#snapshot = adopt(snapshot, reviewed, asOf);
    for (const tell of this.#listeners) tell(reviewed, asOf);
    return true;
  }
}

interface Digest {
  run?: ProviderRun;
  entries?: Parameters<HealthStore['commit']>[0]['entries'];
  events?: Parameters<HealthStore['commit']>[0]['events'];
}

/** The time in which nobody collected, e.g. because Portico was not running. */
function holeBefore(
  { runs }: Snapshot,
  now: Date,
): { from: string; until: string } | undefined {
  const last = [...runs.values()]
    .map(it => it.startedAt)
    .sort()
    .pop();
  if (!last || now.getTime() - Date.parse(last) < HOLE_MS) return undefined;
  return { from: last, until: now.toISOString() };
}

/** What is stored now. */
function adopt(
  snapshot: Snapshot,
  { changed, removed }: Reviewed,
  asOf: string,
): Snapshot {
  for (const verdict of changed) {
    snapshot.verdicts.set(verdict.summary.entityRef, verdict);
  }
  for (const ref of removed) {
    snapshot.verdicts.delete(ref);
    for (const entries of snapshot.entries.values()) entries.delete(ref);
  }
  const revision = snapshot.revision + 1;
  return {
    ...snapshot,
    revision,
    removedRevision: removed.length ? revision : snapshot.removedRevision,
    asOf,
  };
}
