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
    const lastDays = lastDayByProvider(all.values());
    const found: FoundAnomaly[] = [];
    let looked = 0;
    for (const [id, series] of all) {
      signal.throwIfAborted();
      if (looked++ % BATCH === 0) await setImmediate();
      const before = known.get(id) ?? [];
      const anomalies = anomaliesOf(series, {
        to: lastDays.get(series.key.provider)!,
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
  { to, horizon, thorough }: { to: string; horizon: string; thorough: boolean },
): Anomaly[] {
  const days = withoutGaps([
    ...[...costs].map(([day, cost]) => ({ day, cost })),
    // What costs nothing any more has come to an end.
    ...(costs.has(to) ? [] : [{ day: to, cost: 0 }]),
  ]);
  if (!thorough && !mayBeOdd(days, RECENT_DAYS, LEAST)) return [];
  return findAnomalies(days, { least: LEAST }).filter(
    ({ from }) => from >= horizon,
  );
}

/** A bill that lags behind the others says nothing of its last days yet. */
function lastDayByProvider(all: Iterable<Series>): Map<string, string> {
  const last = new Map<string, string>();
  for (const { key, costs } of all) {
    for (const day of costs.keys()) {
      if (day > (last.get(key.provider) ?? '')) last.set(key.provider, day);
    }
  }
  return last;
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
