import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  roundMoney,
  type Breakdown,
  type BreakdownRow,
  type CostDimension,
  type Nanos,
} from '@portico/plugin-cost-common';
import { ORGANISATION } from '../../budgets/BudgetLine';
import { isOfEntities, NONE, valueOfEntity } from '../dimensions';
import { isWhole } from '../entity/Target';
import type { Findings, MonthBudget } from '../Findings';
import type { Look, LookQuery, Looks } from '../Look';
import { addUp, roundTo, sumOf, type Daily } from '../pure/amounts';
import { bySize, UNATTRIBUTED } from '../pure/chartOf';
import { forecastOf } from '../pure/forecastOf';
import { monthsOf, trendOf } from '../pure/monthsOf';
import { standingOf } from '../pure/standingOf';
import { levelsOf, type Level } from './levels';
import { partsBy, visibleRefs, type ValuePart, type Within } from './partsBy';
import { causeParts, resourceParts } from './leafParts';

/** Cause of what is nobody's: what is beneath that row. */
const CAUSE = 'cause';

/** Says who spends it: rows of a table, one level at a time. */
export class BreakdownReader {
  readonly #findings: Findings;
  readonly #looks: Looks;
  readonly #tagKeys: readonly string[];

  constructor(options: {
    findings: Findings;
    looks: Looks;
    tagKeys: readonly string[];
  }) {
    this.#findings = options.findings;
    this.#looks = options.looks;
    this.#tagKeys = options.tagKeys;
  }

  /**
   * @param query.within ids of the rows that were opened, outermost first
   * @throws InputError where there is nothing beneath them
   */
  async breakdown(
    query: LookQuery & { by: CostDimension; within: readonly string[] },
    credentials: BackstageCredentials,
  ): Promise<Breakdown> {
    return this.#looks.answer(credentials, query, look =>
      this.#breakdown(look, query),
    );
  }

  async #breakdown(
    look: Look,
    query: { by: CostDimension; within: readonly string[] },
  ): Promise<Breakdown> {
    const [basis, budgets] = await Promise.all([
      look.basis(),
      this.#findings.budgets(look.frame.month),
    ]);
    const levels = levelsOf(query.by);
    let within: Within = { values: [] };
    let shown: Nanos | undefined;
    let parts = await this.#partsOf(look, levels[0], within);
    let depth = 0;
    for (const id of query.within) {
      const sorted = sortedBy(look, parts);
      const at = sorted.findIndex(part => part.id === id);
      shown = at < 0 ? 0n : amountsOf(look, sorted, shown)[at];
      if (id === UNATTRIBUTED && depth === 0) {
        parts = await causeParts(look, this.#tagKeys);
        return {
          basis,
          ...rowsOf(look, parts, { budgets, shown, next: () => undefined }),
        };
      }
      const level = levels[depth];
      depth += 1;
      const next = levels[depth];
      if (next === undefined) {
        throw new InputError(
          `within: there is nothing beneath ${query.within.join(' and ')}; by=${
            query.by
          } has ${levels.length} levels.`,
        );
      }
      within = opened(look, within, level, id);
      parts = await this.#partsOf(look, next, within);
    }
    const next = levels[depth + 1];
    return {
      basis,
      ...rowsOf(look, parts, {
        budgets,
        shown,
        ofAll: depth === 0,
        next: ({ id }) => (id === UNATTRIBUTED ? CAUSE : next),
        level: levels[depth],
      }),
    };
  }

  #partsOf(look: Look, level: Level, within: Within): Promise<ValuePart[]> {
    return level === 'resource'
      ? resourceParts(look, within)
      : partsBy(look, level, within, true);
  }
}

/** What is left after a row was opened. */
function opened(look: Look, within: Within, level: Level, id: string): Within {
  if (!isOfEntities(level)) {
    const value = { by: level, id: id === NONE ? null : id };
    return { ...within, values: [...within.values, value] };
  }
  return {
    ...within,
    refs: visibleRefs(look, within).filter(
      ref => valueOfEntity(level, look.catalog, ref).id === id,
    ),
  };
}

/** Largest first; what is nobody's comes last. */
function sortedBy({ frame }: Look, parts: readonly ValuePart[]): ValuePart[] {
  const sorted = parts
    .map(part => ({ part, total: sumOf(part.daily, frame.days) }))
    .filter(
      ({ part, total }) =>
        total !== 0n || sumOf(part.daily, frame.before.days) !== 0n,
    )
    .sort(bySize)
    .map(({ part }) => part);
  return [
    ...sorted.filter(({ id }) => id !== UNATTRIBUTED),
    ...sorted.filter(({ id }) => id === UNATTRIBUTED),
  ];
}

function amountsOf(
  { frame }: Look,
  parts: readonly { daily: Daily }[],
  shown?: Nanos,
): Nanos[] {
  return roundTo(
    parts.map(({ daily }) => sumOf(daily, frame.days)),
    shown,
  );
}

function rowsOf(
  look: Look,
  parts: readonly ValuePart[],
  options: {
    budgets: ReadonlyMap<string, MonthBudget>;
    /** What stands in the row that was opened. */
    shown?: Nanos;
    ofAll?: boolean;
    level?: Level;
    next: (part: ValuePart) => string | undefined;
  },
): Pick<Breakdown, 'rows' | 'total'> {
  const { budgets, level, ofAll, shown } = options;
  const { frame } = look;
  const sorted = sortedBy(look, parts);
  const amounts = amountsOf(look, sorted, shown);
  const rows = sorted.map((part, at): BreakdownRow => {
    const { id, title, entityRef, hidden, note } = part;
    const next = options.next(part);
    const told = entityRef && !hidden && isWhole(look, entityRef);
    return {
      id,
      title,
      kind: kindOf(part, level),
      ...(entityRef && { entityRef }),
      ...standingRow(look, part, {
        shown: amounts[at],
        forecast: level !== 'resource' && level !== undefined,
        budget: told ? budgets.get(entityRef) : undefined,
      }),
      ...(next && { next }),
      ...(note && { note }),
    };
  });
  const total: ValuePart = {
    id: 'total',
    title: totalTitle(look, ofAll),
    daily: addUp(sorted.map(({ daily }) => daily)),
    months: addUp(sorted.map(({ months }) => months)),
    since: sorted[0]?.since,
  };
  return {
    rows,
    total: {
      id: total.id,
      title: total.title,
      kind: 'total',
      ...standingRow(look, total, {
        shown: shown ?? roundMoney(sumOf(total.daily, frame.days), 2),
        forecast: true,
        budget: ofAll && look.seen.all ? budgets.get(ORGANISATION) : undefined,
      }),
    },
  };
}

function standingRow(
  { frame }: Look,
  { daily, months, since }: ValuePart,
  options: {
    shown: Nanos;
    forecast: boolean;
    budget?: MonthBudget;
  },
): Pick<BreakdownRow, 'standing' | 'months'> {
  const { budget, shown } = options;
  const forecast = options.forecast ? forecastOf(frame, daily) : undefined;
  const standing = standingOf(frame, daily, { budget, forecast, shown });
  return {
    standing,
    months: trendOf(monthsOf(frame, months, standing), since),
  };
}

function kindOf(part: ValuePart, level?: Level): BreakdownRow['kind'] {
  if (part.id === UNATTRIBUTED) return 'unattributed';
  if (part.entityRef) return 'entity';
  return level === 'resource' ? 'resource' : 'value';
}

function totalTitle({ seen }: Look, ofAll?: boolean): string {
  if (!ofAll) return 'Together';
  return seen.all ? 'The bill' : 'What is yours';
}
