import { setImmediate } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  findAnomalies,
  type Anomaly,
  type DailyCost,
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
import { beginnings, spansByProvider, type Span } from './spans';

/** Days that are read, and those of them in which anomalies may begin. */
const READ_DAYS = 150;
const RECENT_DAYS = 45;
/** Below that a day, in units of the base currency, nothing is worth a word. */
const LEAST = 1;
/** The same for a service that was not used at all before. */
const LEAST_NEW = 5;
const NEW_DAYS = 7;

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
    const spans = spansByProvider(all);
    const begun = beginnings(all);
    const found: FoundAnomaly[] = [];
    for (const [id, series] of all.series) {
      signal.throwIfAborted();
      await setImmediate();
      const before = known.get(id) ?? [];
      const anomalies = anomaliesOf(series, all.days, {
        span: spans.get(series.key.provider)!,
        begun: begun.get(series.key.entityRef ?? '') ?? 0,
        horizon,
        thorough: before.length > 0,
      });
      for (const match of matchKnown(id, anomalies, before)) {
        found.push(
          await this.#describer.describe(series, all.days, {
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
  days: readonly string[],
  options: {
    span: Span;
    /** Place of the first day that its entity costs anything. */
    begun: number;
    horizon: string;
    thorough: boolean;
  },
): Anomaly[] {
  const { span, begun, horizon, thorough } = options;
  // What an entity did not use before cost nothing then; an entity that is new has nothing to compare with.
  const start = Math.max(span.first, begun);
  const known = Array.from(
    costs.subarray(start, span.last + 1),
    (cost, at): DailyCost => ({ day: days[start + at], cost }),
  );
  const isNew = known.findIndex(({ cost }) => cost !== 0) > NEW_DAYS;
  const least = isNew ? LEAST_NEW : LEAST;
  if (!thorough && !mayBeOdd(known, RECENT_DAYS, least)) return [];
  return findAnomalies(known, { least }).filter(({ from }) => from >= horizon);
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
