import { setImmediate } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  findAnomalies,
  withoutGaps,
  type Anomaly,
} from '@portico/plugin-cost-node';
import type { Knex } from 'knex';
import type { CostConfig } from '../config/CostConfig';
import { addDays } from '../store/days';
import type { CostSubjects } from '../subjects/CostSubjects';
import type { AnomalyStore, FoundAnomaly, StoredAnomaly } from './AnomalyStore';
import { AnomalyDescriber } from './AnomalyDescriber';
import type { ChangeSource } from './Change';
import { matchKnown } from './matchKnown';
import { mayBeOdd } from './mayBeOdd';
import { readSeries, type Series } from './readSeries';

/** Days that are read, and those of them in which anomalies may begin. */
const READ_DAYS = 150;
const RECENT_DAYS = 45;
/** Below that a day, in units of the base currency, nothing is worth a word. */
const LEAST = 1;
/** The same for a service that was not used at all before. */
const LEAST_NEW = 5;
const NEW_DAYS = 7;
/** A provider that charges nothing for longer has not been collected. */
const HOLE_DAYS = 4;
/** Series after which the event loop has a rest. */
const BATCH = 20;

/** Finds what costs more than usual, after each collection. */
export class AnomalyWatch {
  readonly #db: Knex;
  readonly #store: AnomalyStore;
  readonly #describer: AnomalyDescriber;
  readonly #now: () => Date;

  constructor(options: {
    db: Knex;
    config: CostConfig;
    subjects: CostSubjects;
    store: AnomalyStore;
    changes: readonly ChangeSource[];
    logger: LoggerService;
    now: () => Date;
  }) {
    this.#db = options.db;
    this.#store = options.store;
    this.#describer = new AnomalyDescriber(options);
    this.#now = options.now;
  }

  /**
   * Running it again finds the same, under the same ids.
   *
   * @param through newest day that any bill is known for, `YYYY-MM-DD`
   */
  async run(through: string, signal: AbortSignal): Promise<void> {
    const horizon = addDays(through, 1 - RECENT_DAYS);
    const all = await readSeries(this.#db, {
      from: addDays(through, 1 - READ_DAYS),
      to: through,
    });
    const known = groupBySeries(await this.#store.since(horizon));
    const spans = spansByProvider(all.values());
    const firstDays = firstDayByEntity(all.values());
    const found: FoundAnomaly[] = [];
    let looked = 0;
    for (const [id, series] of all) {
      signal.throwIfAborted();
      if (looked++ % BATCH === 0) await setImmediate();
      const before = known.get(id) ?? [];
      const anomalies = anomaliesOf(series, {
        ...spans.get(series.key.provider)!,
        begun: firstDays.get(series.key.entityRef ?? ''),
        horizon,
        thorough: before.length > 0,
      });
      for (const match of matchKnown(id, anomalies, before)) {
        found.push(
          await this.#describer.describe(series, {
            ...match,
            series: id,
            known: before.find(one => one.id === match.id),
          }),
        );
      }
    }
    const ids = new Set(found.map(it => it.id));
    // What people have answered stays, whatever the bill says today.
    const gone = [...known.values()]
      .flat()
      .filter(it => !ids.has(it.id) && !it.resolved && it.from >= horizon);
    await this.#store.change(
      found,
      gone.map(it => it.id),
      this.#now().toISOString(),
    );
  }
}

function anomaliesOf(
  { costs }: Series,
  options: Span & {
    /** First day that its entity costs anything. */
    begun: string | undefined;
    horizon: string;
    thorough: boolean;
  },
): Anomaly[] {
  const { from, to, begun = from, horizon, thorough } = options;
  // What an entity did not use before cost nothing then; an entity that is new has nothing to compare with.
  const start = begun > from ? begun : from;
  const known = [...costs]
    .map(([day, cost]) => ({ day, cost }))
    .filter(({ day }) => day >= start && day <= to);
  const isNew = known.length > 0 && known[0].day > addDays(start, NEW_DAYS);
  const days = withoutGaps([
    { day: start, cost: 0 },
    { day: to, cost: 0 },
    ...known,
  ]);
  const least = isNew ? LEAST_NEW : LEAST;
  if (!thorough && !mayBeOdd(days, RECENT_DAYS, least)) return [];
  return findAnomalies(days, { least }).filter(
    ({ from: day }) => day >= horizon,
  );
}

/** Days that a provider's bill is known for without a hole. */
interface Span {
  from: string;
  to: string;
}

/** A bill that lags behind the others says nothing of its last days, and one that is not collected yet of none before. */
function spansByProvider(all: Iterable<Series>): Map<string, Span> {
  const days = new Map<string, Set<string>>();
  for (const { key, costs } of all) {
    const known = days.get(key.provider) ?? new Set();
    days.set(key.provider, known);
    for (const day of costs.keys()) known.add(day);
  }
  return new Map(
    [...days].map(([provider, known]) => {
      const sorted = [...known].sort();
      let at = sorted.length - 1;
      while (at > 0 && sorted[at - 1] >= addDays(sorted[at], -HOLE_DAYS)) at--;
      return [provider, { from: sorted[at], to: sorted.at(-1)! }];
    }),
  );
}

function firstDayByEntity(all: Iterable<Series>): Map<string, string> {
  const first = new Map<string, string>();
  for (const { key, costs } of all) {
    if (!key.entityRef) continue;
    for (const day of costs.keys()) {
      if (day < (first.get(key.entityRef) ?? '9'))
        first.set(key.entityRef, day);
    }
  }
  return first;
}

function groupBySeries(
  anomalies: readonly StoredAnomaly[],
): Map<string, StoredAnomaly[]> {
  const groups = new Map<string, StoredAnomaly[]>();
  for (const anomaly of anomalies) {
    const { series } = anomaly;
    groups.set(series, [...(groups.get(series) ?? []), anomaly]);
  }
  return groups;
}
