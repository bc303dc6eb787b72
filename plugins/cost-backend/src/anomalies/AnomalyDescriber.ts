import type { LoggerService } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import {
  formatMoney,
  moneyToFixed,
  parseMoney,
  type Nanos,
} from '@portico/plugin-cost-common';
import type { Anomaly } from '@portico/plugin-cost-node';
import type { Knex } from 'knex';
import type { CostConfig } from '../config/CostConfig';
import { addDays, daysFrom } from '../store/days';
import type { CostSubjects } from '../subjects/CostSubjects';
import type {
  AnomalyDetail,
  FoundAnomaly,
  StoredAnomaly,
} from './AnomalyStore';
import { becauseOf, factorOf } from './becauseOf';
import type { Change, ChangeSource } from './Change';
import { mainlyGrown } from './Grown';
import { readGrown } from './readGrown';
import type { Series } from './readSeries';
import type { SeriesKey } from './Series';
import { unattributedText } from './unattributedText';

/** Days that are shown before it begins, and after it is over. */
const AROUND = 7;
/** So long after an anomaly was found others may still learn of a change. */
const ASKED_AGAIN_MS = 24 * 3_600_000;

const nanosOf = (units: number): Nanos => parseMoney(units.toFixed(9));

interface AnomalyDescriberOptions {
  db: Knex;
  config: CostConfig;
  subjects: CostSubjects;
  /** The first that knows of something is believed. */
  changes: readonly ChangeSource[];
  logger: LoggerService;
  now: () => Date;
}

/** Says of an anomaly what it is, and what is likely to have caused it. */
export class AnomalyDescriber {
  readonly #options: AnomalyDescriberOptions;

  constructor(options: AnomalyDescriberOptions) {
    this.#options = options;
  }

  async describe(
    series: Series,
    days: readonly string[],
    match: {
      id: string;
      series: string;
      anomaly: Anomaly;
      known?: StoredAnomaly;
    },
  ): Promise<FoundAnomaly> {
    const { db, config, subjects } = this.#options;
    const { key } = series;
    const costs = byDay(series, days);
    const { anomaly, known } = match;
    const { from, to } = anomaly;
    const last = [...costs.keys()].reduce((a, b) => (a > b ? a : b));
    const { grown, nobody } = await readGrown(db, key, {
      from,
      to: to ?? last,
    });
    const names = mainlyGrown(grown).main.flatMap(it => it.resource ?? []);
    const changes = await this.#changesOf(key, { anomaly, known, names });
    const catalog = await subjects.catalog();
    const detail: AnomalyDetail = {
      title: titleOf(key, ref => catalog.byRef.get(ref)?.title),
      excess: moneyToFixed(nanosOf(anomaly.actual - anomaly.usual), 2),
      usual: moneyToFixed(nanosOf(anomaly.usual), 2),
      factor: factorOf(anomaly),
      because: becauseOf({
        anomaly,
        service: key.service,
        own: key.entityRef && parseEntityRef(key.entityRef).name,
        grown,
        ...(nobody && {
          nobody: unattributedText(nobody.cause, { ...nobody, ...config }),
        }),
        changes,
        stays: stays(costs, anomaly),
        money: units => formatMoney(nanosOf(units), config.currency),
      }),
      links: changes.flatMap(({ link }) => link ?? []),
      ...amountsOf(costs, { from, to, last }),
      changes,
    };
    return {
      id: match.id,
      series: match.series,
      ...(key.entityRef && { entityRef: key.entityRef }),
      from,
      ...(to && { to }),
      excess: nanosOf(anomaly.excess),
      detail,
    };
  }

  /** What people did then; asked until something is found, or it is too late to matter. */
  async #changesOf(
    { entityRef }: SeriesKey,
    found: {
      anomaly: Anomaly;
      known?: StoredAnomaly;
      names: readonly string[];
    },
  ): Promise<Change[]> {
    const { now } = this.#options;
    const { anomaly, known, names } = found;
    const { from } = anomaly;
    const before = known?.detail.changes ?? [];
    if (!entityRef || before.length > 0) return before;
    const age = known ? now().getTime() - Date.parse(known.foundAt) : 0;
    if (age > ASKED_AGAIN_MS) return before;
    const query = {
      from: new Date(`${addDays(from, -1)}T00:00:00Z`),
      to: new Date(`${addDays(from, 1)}T00:00:00Z`),
      names,
    };
    const { changes, logger } = this.#options;
    for (const source of changes) {
      try {
        const told = await source.changes(entityRef, query);
        if (told.length > 0) return told;
      } catch (error) {
        logger.warn(
          `What was changed in ${entityRef} on ${from} could not be asked, so its anomaly is told without: ${error}`,
        );
      }
    }
    return [];
  }
}

/** Up to the last day that anything was charged on. */
function byDay(
  { costs }: Series,
  days: readonly string[],
): ReadonlyMap<string, number> {
  const last = costs.findLastIndex(cost => cost !== 0);
  return new Map(days.slice(0, last + 1).map((day, at) => [day, costs[at]]));
}

/** Whether the days after it cost no less. */
function stays(
  costs: ReadonlyMap<string, number>,
  { to, usual, actual }: Anomaly,
): boolean {
  if (!to) return false;
  const next = costs.get(addDays(to, 1));
  return next !== undefined && next > (usual + actual) / 2;
}

function titleOf(
  { entityRef, rule, accountName }: SeriesKey,
  title: (ref: string) => string | undefined,
): string {
  if (entityRef) return title(entityRef) ?? entityRef;
  if (rule) return `Shared: ${rule}`;
  return accountName ? `No owner, account ${accountName}` : 'No owner';
}

function amountsOf(
  costs: ReadonlyMap<string, number>,
  { from, to, last }: { from: string; to?: string; last: string },
): Pick<AnomalyDetail, 'days' | 'amounts'> {
  const end = to ? addDays(to, AROUND) : last;
  const days = daysFrom(addDays(from, -AROUND), end < last ? end : last);
  return {
    days,
    amounts: days.map(day => moneyToFixed(nanosOf(costs.get(day) ?? 0), 2)),
  };
}
