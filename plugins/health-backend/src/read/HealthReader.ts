import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  HEALTH_STATES,
  type HealthHistory,
  type HealthOverview,
  type HealthRollup,
  type HealthSignal,
  type HealthState,
  type HealthSummary,
  type HealthVerdict,
  type SourceStanding,
  type StateCounts,
} from '@portico/plugin-health-common';
import { agedSignals } from '../collect/agedSignals';
import { standings } from '../collect/reviewEntity';
import type { HealthStore } from '../store/HealthStore';
import type { StoredVerdict } from '../store/types';
import { reasonsOf, ruledOutOf } from '../verdict/ranking';
import { gapsOfMany, standingsOf } from '../verdict/standings';
import { daysOf } from './daysOf';
import { holesAfter, periodsAfter } from './periods';
import type { Summaries, SummaryCache } from './SummaryCache';
import {
  sees,
  unknownEntity,
  type Visibility,
  type Visible,
} from './Visibility';

const DAY_MS = 86_400_000;
const WORST_OF_ROLLUP = 3;

export const ROLLUPS = ['system', 'domain', 'owner'] as const;
export type RollupBy = (typeof ROLLUPS)[number];

/** Answers from the database, and only what the caller may see. */
export class HealthReader {
  readonly #store: HealthStore;
  readonly #cache: SummaryCache;
  readonly #visibility: Visibility;
  readonly #environment: string;
  readonly #now: () => Date;

  constructor(options: {
    store: HealthStore;
    cache: SummaryCache;
    visibility: Visibility;
    environment: string;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#cache = options.cache;
    this.#visibility = options.visibility;
    this.#environment = options.environment;
    this.#now = options.now;
  }

  async overview(credentials: BackstageCredentials): Promise<HealthOverview> {
    const { visible, summaries } = await this.#look(credentials);
    const verdicts = shown(summaries, visible);
    const now = this.#now();
    const refs = new Set(verdicts.map(({ summary }) => summary.entityRef));
    const yesterday = [...summaries.yesterday]
      .filter(([ref]) => sees(visible, ref))
      .map(([, state]) => state);
    return {
      asOf: summaries.asOf,
      nextAt: nextAt(summaries, now),
      counts: countStates(verdicts.map(({ summary }) => summary.state)),
      ...(yesterday.length && { yesterday: countStates(yesterday) }),
      sources: [...summaries.runs.values()].flatMap(run =>
        standingsOf(run, now, gapsOfMany(refs)).map(withoutNames),
      ),
      items: verdicts.map(present),
    };
  }

  async rollups(
    by: RollupBy,
    credentials: BackstageCredentials,
  ): Promise<HealthRollup[]> {
    const { visible, summaries } = await this.#look(credentials);
    const groups = new Map<string | undefined, HealthSummary[]>();
    for (const { summary } of shown(summaries, visible)) {
      const group = groups.get(summary[by]) ?? [];
      group.push(summary);
      groups.set(summary[by], group);
    }
    // The first of a group is its worst, and groups come by their worst.
    return [...groups].map(([ref, items]) => ({
      ...(ref && { ref }),
      state: items[0].state,
      counts: countStates(items.map(({ state }) => state)),
      worst: items
        .filter(({ state }) => state !== 'healthy')
        .slice(0, WORST_OF_ROLLUP)
        .map(({ entityRef, title, state, since, headline }) => ({
          entityRef,
          title,
          state,
          since,
          headline,
        })),
    }));
  }

  async byRefs(
    entityRefs: string[],
    credentials: BackstageCredentials,
  ): Promise<(HealthSummary | null)[]> {
    const { visible, summaries } = await this.#look(credentials);
    return entityRefs.map(ref => {
      const found = sees(visible, ref) && summaries.verdicts.get(ref);
      return found ? withRecent(found) : null;
    });
  }

  /** @throws NotFoundError for what the caller may not see */
  async verdict(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<HealthVerdict> {
    return withoutReferences(await this.fullVerdict(entityRef, credentials));
  }

  /**
   * With what responders need and nobody else is shown.
   *
   * @throws NotFoundError for what the caller may not see
   */
  async fullVerdict(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<HealthVerdict> {
    await this.#refuseUnseen(entityRef, credentials);
    const summaries = await this.#cache.current();
    const stored = summaries.verdicts.get(entityRef);
    if (!stored) throw unknownEntity(entityRef);
    const now = this.#now();
    const { runs } = summaries;
    const { applies, problems, lastDeploy, startedAfter } = stored.memory;
    const entries = await this.#store.entriesOf(entityRef);
    const signals = entries
      .filter(({ provider }) => applies.includes(provider))
      .flatMap(({ provider, entry }) =>
        agedSignals(entry.signals, runs.get(provider), now),
      )
      .map(({ seen: _seen, keptAt: _keptAt, ...signal }) => signal);
    return {
      ...withRecent(stored),
      reasons: reasonsOf(signals, this.#environment),
      ruledOut: ruledOutOf(signals, this.#environment),
      signals,
      sources: standings(applies, runs, now, entityRef),
      ...(startedAfter && { startedAfter }),
      ...(lastDeploy && { lastDeploy }),
      asOf: summaries.asOf ?? now.toISOString(),
      nextAt: nextAt(summaries, now) ?? now.toISOString(),
      problems,
    };
  }

  /** @throws NotFoundError for what the caller may not see */
  async history(
    entityRef: string,
    days: number,
    credentials: BackstageCredentials,
  ): Promise<HealthHistory> {
    await this.#refuseUnseen(entityRef, credentials);
    const { verdicts } = await this.#cache.current();
    if (!verdicts.has(entityRef)) throw unknownEntity(entityRef);
    const histories = await this.#histories([entityRef], {
      days,
      periods: true,
    });
    return histories[entityRef];
  }

  /** @param wanted.periods also tells every stretch of time in one state */
  async histories(
    entityRefs: string[],
    wanted: { days: number; periods?: boolean },
    credentials: BackstageCredentials,
  ): Promise<Record<string, HealthHistory>> {
    const { visible, summaries } = await this.#look(credentials);
    const refs = [...new Set(entityRefs)].filter(
      ref => sees(visible, ref) && summaries.verdicts.has(ref),
    );
    return this.#histories(refs, wanted);
  }

  async #histories(
    refs: string[],
    wanted: { days: number; periods?: boolean },
  ): Promise<Record<string, HealthHistory>> {
    const { days } = wanted;
    const now = this.#now();
    const from = new Date(
      (Math.floor(now.getTime() / DAY_MS) - days + 1) * DAY_MS,
    );
    const periods = await periodsAfter(this.#store.knex, refs, from);
    const holes = await holesAfter(this.#store.knex, from);
    return Object.fromEntries(
      [...periods].map(([ref, found]) => [
        ref,
        {
          ...daysOf(found, holes, days, now),
          ...(wanted.periods && { periods: [...found].reverse() }),
        },
      ]),
    );
  }

  async #look(
    credentials: BackstageCredentials,
  ): Promise<{ visible: Visible; summaries: Summaries }> {
    const visible = await this.#visibility.of(credentials);
    return { visible, summaries: await this.#cache.current() };
  }

  async #refuseUnseen(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<void> {
    const visible = await this.#visibility.of(credentials);
    if (!sees(visible, entityRef)) throw unknownEntity(entityRef);
  }
}

function shown({ verdicts }: Summaries, visible: Visible): StoredVerdict[] {
  const all = [...verdicts.values()];
  return visible === 'all'
    ? all
    : all.filter(({ summary }) => visible.has(summary.entityRef));
}

/** The line of the last hour is drawn for what needs attention; the others would only make the answer long. */
function present(verdict: StoredVerdict): HealthSummary {
  return verdict.summary.state === 'healthy'
    ? verdict.summary
    : withRecent(verdict);
}

function withRecent({ summary, recent }: StoredVerdict): HealthSummary {
  return recent ? { ...summary, recent } : summary;
}

/** What a source could not tell names entities, and not all of them may be the caller's to know. */
function withoutNames(standing: SourceStanding): SourceStanding {
  return standing.state === 'partly'
    ? { ...standing, message: 'Not all that was asked came back.' }
    : standing;
}

function withoutReferences(verdict: HealthVerdict): HealthVerdict {
  const strip = (signals: HealthSignal[]) =>
    signals.map(({ reference: _reference, ...signal }) => signal);
  return {
    ...verdict,
    reasons: strip(verdict.reasons),
    ruledOut: strip(verdict.ruledOut),
    signals: strip(verdict.signals),
  };
}

function nextAt({ runs }: Summaries, now: Date): string | undefined {
  const times = [...runs.values()].map(run => run.nextAt).sort();
  return times.find(time => Date.parse(time) > now.getTime()) ?? times.pop();
}

export function countStates(states: HealthState[]): StateCounts {
  const counts = Object.fromEntries(
    HEALTH_STATES.map(state => [state, 0]),
  ) as StateCounts;
  for (const state of states) counts[state] += 1;
  return counts;
}
