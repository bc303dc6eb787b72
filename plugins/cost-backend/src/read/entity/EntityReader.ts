import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  parseMoney,
  type CostDimension,
  type CostSummary,
  type EntityCost,
  type Nanos,
} from '@portico/plugin-cost-common';
import { NONE, valueOf } from '../dimensions';
import type { Findings } from '../Findings';
import type { Look, LookQuery, Looks } from '../Look';
import { addUp, cents, roundTo, sumOf } from '../pure/amounts';
import { chartOf } from '../pure/chartOf';
import { trendOf } from '../pure/monthsOf';
import { sharesOf, type Share } from '../pure/sharesOf';
import { dailyGroups } from '../sql/groups';
import { changesOf } from './changesOf';
import { sharesBy } from './sharesBy';
import { standingFrom, standings } from './standings';
import { isWhole, targetOf, type Target } from './Target';
import { totalsOf } from './totalsOf';

/** Says what entities cost. */
export class EntityReader {
  readonly #findings: Findings;
  readonly #looks: Looks;

  constructor(options: { findings: Findings; looks: Looks }) {
    this.#findings = options.findings;
    this.#looks = options.looks;
  }

  /**
   * @throws NotFoundError for what is not in the catalog
   * @throws NotAllowedError where nothing of it is the caller's to see
   */
  async entity(
    entityRef: string,
    query: LookQuery & { by: CostDimension },
    credentials: BackstageCredentials,
  ): Promise<EntityCost> {
    return this.#looks.answer(credentials, query, look =>
      this.#entity(look, entityRef, query.by),
    );
  }

  async #entity(
    look: Look,
    entityRef: string,
    by: CostDimension,
  ): Promise<EntityCost> {
    const target = targetOf(look, entityRef);
    const { frame, metric } = look;
    const { month } = frame;
    // What speaks of a whole is for those who may see all of it.
    const covers = target.covers.filter(ref => isWhole(look, ref));
    const [totals, shares, environments, kinds, changes, basis, budgets] =
      await Promise.all([
        totalsOf(look, [target]),
        sharesBy(look, target, by),
        sharesBy(look, target, 'environment'),
        kindsOf(look, target),
        changesOf(look, target),
        look.basis(),
        this.#findings.budgets(month),
      ]);
    const [alerts, anomalies, savings, unitCosts] = await Promise.all([
      this.#findings.alerts(month, covers),
      this.#findings.anomalies(covers),
      this.#findings.savings(covers),
      this.#findings.unitCosts(month, metric, target.covers),
    ]);
    const found = standingFrom(look, target, totals[0], budgets);
    const { standing } = found;
    const total = parseMoney(standing.toDate);
    return {
      entityRef,
      covers: target.covers,
      hidden: target.hidden,
      basis,
      standing,
      months: found.months,
      chart: chartOf(frame, partsOf(shares), found.forecast),
      rows: sharesOf(frame, shares, { currency: look.currency, total }),
      kinds,
      environments: environmentsOf(look, environments, total),
      changes,
      unitCosts,
      anomalies,
      alerts,
      savings,
      annotationProblems: look.catalog.byRef.get(entityRef)?.problems ?? [],
    };
  }

  /** Of those that the caller may see; the others are left out. */
  async summaries(
    entityRefs: readonly string[],
    query: LookQuery,
    credentials: BackstageCredentials,
  ): Promise<CostSummary[]> {
    return this.#looks.answer(credentials, query, async look => {
      const [basis, budgets] = await Promise.all([
        look.basis(),
        this.#findings.budgets(look.frame.month),
      ]);
      const found = await standings(look, entityRefs, budgets);
      return [...found].map(([entityRef, { standing, months }]) => ({
        entityRef,
        basis,
        standing,
        months: trendOf(months),
      }));
    });
  }
}

function partsOf(shares: readonly Share[]) {
  return shares.map(({ id, title, own, shared }) => ({
    id,
    title,
    daily: addUp([own, shared]),
  }));
}

function environmentsOf(
  { frame }: Look,
  shares: readonly Share[],
  total: Nanos,
): EntityCost['environments'] {
  return sharesOf(frame, shares, { currency: '', total }).map(
    ({ id, title, amount, change }) => ({
      environment: id === NONE ? valueOf('environment', null).title : title,
      amount,
      ...(change !== undefined && { change }),
    }),
  );
}

/** What a target's month is made of; what is estimated stands beside it and is in no sum. */
async function kindsOf(
  look: Look,
  target: Target,
): Promise<EntityCost['kinds']> {
  const { db, dictionary, frame, twoMonths } = look;
  const sums: Record<'own' | 'shared' | 'estimated', Nanos> = {
    own: 0n,
    shared: 0n,
    estimated: 0n,
  };
  if (target.via !== undefined) {
    for (const { own, shared } of await sharesBy(look, target, 'provider')) {
      sums.own += sumOf(own, frame.days);
      sums.shared += sumOf(shared, frame.days);
    }
  } else {
    const amounts = await dailyGroups(db, {
      from: `${frame.month}-01`,
      to: twoMonths.to,
      metric: look.metric,
      subjects: target.subjects,
    });
    for (const { group, amount } of amounts) {
      const kind = dictionary.groups.get(group)?.kind;
      if (kind && kind !== 'unattributed') sums[kind] += amount;
    }
  }
  const [own, shared] = roundTo([sums.own, sums.shared]);
  return (
    [
      { kind: 'own', amount: cents(own) },
      { kind: 'shared', amount: cents(shared) },
      { kind: 'estimated', amount: cents(sums.estimated) },
    ] as const
  ).filter(({ kind }) => kind === 'own' || sums[kind] !== 0n);
}
