import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  parseMoney,
  type CostDimension,
  type CostResources,
  type Nanos,
} from '@portico/plugin-cost-common';
import { consoleUrl } from '../consoleUrl';
import {
  isOfEntities,
  lineDimension,
  NONE,
  valueOfEntity,
} from '../dimensions';
import type { Look, LookQuery, Looks } from '../Look';
import { cents, descending, roundTo, sum } from '../pure/amounts';
import { sharesOf, type Share } from '../pure/sharesOf';
import {
  dailyLines,
  resourceFacts,
  sumLines,
  type LineFilter,
} from '../sql/lines';
import { addTo, getOr } from '../sql/tables';
import { sharesBy, whoseOf } from './sharesBy';
import { standings } from './standings';
import { targetOf, type Target } from './Target';

const MOST = 100;

/** Opens a sum to the resources that it is of. */
export class ResourcesReader {
  readonly #looks: Looks;

  constructor(options: { looks: Looks }) {
    this.#looks = options.looks;
  }

  /**
   * @throws NotFoundError for what is not in the catalog
   * @throws NotAllowedError where nothing of it is the caller's to see
   */
  async resources(
    entityRef: string,
    query: LookQuery & { by: CostDimension; within?: string },
    credentials: BackstageCredentials,
  ): Promise<CostResources> {
    return this.#looks.answer(credentials, query, look =>
      this.#resources(look, entityRef, query),
    );
  }

  async #resources(
    look: Look,
    entityRef: string,
    query: { by: CostDimension; within?: string },
  ): Promise<CostResources> {
    const { currency, db, environmentTag, frame, metric, twoMonths } = look;
    const target = targetOf(look, entityRef);
    const total = await this.#shownTotal(look, target, query);
    const { filters, part } = within(look, target, query);
    const whose = whoseOf(part);
    const { days } = frame;
    const basis = await look.basis();
    if (days.length === 0) {
      return { basis, days, items: [], total: cents(0n), more: 0 };
    }
    const month = { from: days[0], to: days.at(-1)! };
    const sums = new Map<string, Nanos>();
    const lines = await sumLines(db, 'resource', {
      ...month,
      metric,
      whose,
      filters,
    });
    for (const { value, amount } of lines) addTo(sums, value!, amount);
    const sorted = [...sums]
      .filter(([, amount]) => amount !== 0n)
      .sort(([, a], [, b]) => descending(a, b));
    const shown = sorted.slice(0, MOST);
    const rounded = roundTo(
      sorted.map(([, amount]) => amount),
      total,
    );
    const only = {
      dimension: 'resource' as const,
      values: shown.map(([id]) => id),
    };
    const wanted = { ...twoMonths, metric, whose, filters, only };
    const [daily, facts] = await Promise.all([
      dailyLines(db, 'resource', wanted),
      resourceFacts(db, { ...wanted, environmentTag }),
    ]);
    const shares = new Map<
      string,
      Share & { own: Map<string, Nanos>; shared: Map<string, Nanos> }
    >();
    for (const { value, kind, day, amount } of daily) {
      const fact = facts.get(value!)!;
      const share = getOr(shares, value!, () => ({
        id: fact.id,
        title: fact.title,
        own: new Map(),
        shared: new Map(),
        ...(fact.rule && { rules: [fact.rule] }),
      }));
      addTo(kind === 'shared' ? share.shared : share.own, day, amount);
    }
    return {
      basis,
      days,
      items: shown.map(([id], at) => {
        const [row] = sharesOf(frame, [shares.get(id)!], {
          currency,
          total: rounded[at],
        });
        const { resourceId, provider, account, service, environment } =
          facts.get(id)!;
        const url = consoleUrl(resourceId);
        return {
          ...row,
          provider,
          service,
          ...(resourceId && { resourceId }),
          ...(account && { account }),
          ...(environment && { environment }),
          ...(url && { url }),
        };
      }),
      total: cents(total),
      more: sorted.length - shown.length,
    };
  }

  /** As it stands in the row that was drilled into. */
  async #shownTotal(
    look: Look,
    target: Target,
    query: { by: CostDimension; within?: string },
  ): Promise<Nanos> {
    const [all] = (
      await standings(look, [target.entityRef], new Map())
    ).values();
    const total = parseMoney(all.standing.toDate);
    if (query.within === undefined) return total;
    const shares = await sharesBy(look, target, query.by);
    const row = sharesOf(look.frame, shares, {
      currency: look.currency,
      total,
    }).find(({ id }) => id === query.within);
    return row ? parseMoney(row.amount) : sum([]);
  }
}

/** What was drilled into: a part of what is covered, or of its lines. */
function within(
  look: Look,
  target: Target,
  { by, within: value }: { by: CostDimension; within?: string },
): { part: Target; filters: LineFilter[] } {
  if (value === undefined) return { part: target, filters: [] };
  const { catalog, dictionary } = look;
  if (isOfEntities(by)) {
    const covers = target.covers.filter(
      ref => valueOfEntity(by, catalog, ref).id === value,
    );
    return {
      part: {
        ...target,
        covers,
        subjects: covers.flatMap(ref => dictionary.subjects.get(ref) ?? []),
      },
      filters: [],
    };
  }
  return {
    part: target,
    filters: [
      {
        dimension: lineDimension(look, by),
        value: value === NONE ? null : value,
      },
    ],
  };
}
