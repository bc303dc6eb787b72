import type { Ask } from '../cycle/Ask';
import type { Boundaries } from './Boundaries';
import { boundariesOf, latencyObjectives, quantilesOf } from './latency';
import { ownParts } from './ownParts';
import type { Part } from './Part';
import { groupBy } from './groupBy';
import { PartMaker, type PlanContext } from './PartMaker';
import type { Target } from './Target';
import {
  BUDGET_WINDOW,
  FAST_WINDOWS,
  SLOW_WINDOWS,
  type Window,
} from './windows';

/** How long answers about long windows will do. */
const SLOW_SECONDS = 300;
/** How long it may take until new boundaries of buckets are seen. */
const RARE_SECONDS = 3_600;

/** What must be known before the rest can be asked: boundaries of buckets. */
export function planDiscovery(
  targets: readonly Target[],
  context: PlanContext,
): Ask {
  const make = new PartMaker(context);
  return {
    id: 'boundaries',
    everySeconds: RARE_SECONDS,
    parts: make.boundaries(
      targets.filter(it => latencyObjectives(it).length > 0),
    ),
  };
}

/** Requests and errors now; asked first. */
export function planTraffic(
  targets: readonly Target[],
  context: PlanContext,
): Ask {
  return { id: 'traffic', parts: new PartMaker(context).traffic(targets) };
}

/** The other queries of one cycle. Their number does not depend on how many targets or presets there are. */
export function planAsks(
  targets: readonly Target[],
  boundaries: Boundaries,
  context: PlanContext,
): Ask[] {
  const make = new PartMaker(context);
  const withObjective = targets.filter(it => it.objectives.length > 0);
  const withAvailability = targets.filter(it =>
    it.objectives.some(({ kind }) => kind === 'availability'),
  );
  const budgets = (windows: readonly Window[]) => [
    ...make.rates(withObjective, { what: 'requests' }, windows),
    ...make.rates(withAvailability, { what: 'errors' }, windows),
  ];
  const within = (windows: readonly Window[]) =>
    byBoundary(withObjective, boundaries).flatMap(([le, members]) =>
      make.rates(members, { what: 'within', le }, windows),
    );
  const asks: Ask[] = [
    { id: 'latency', parts: quantileParts(make, targets) },
    { id: 'burn', parts: budgets(FAST_WINDOWS) },
    { id: 'slow-requests', parts: within(['5m', ...FAST_WINDOWS]) },
    { id: 'saturation', parts: make.resources(targets) },
    { id: 'own', parts: ownParts(targets, context) },
    {
      id: 'long-burn',
      everySeconds: SLOW_SECONDS,
      parts: [...budgets(SLOW_WINDOWS), ...within(SLOW_WINDOWS)],
    },
    {
      id: 'budget',
      everySeconds: SLOW_SECONDS,
      parts: [...budgets([BUDGET_WINDOW]), ...within([BUDGET_WINDOW])],
    },
    {
      id: 'age',
      everySeconds: SLOW_SECONDS,
      parts: [...make.ages(withObjective), ...make.future(targets)],
    },
  ];
  return asks.filter(({ parts }) => parts.length > 0);
}

/** Asks when those were last scraped that are not scraped now. */
export function planLastSeen(
  targets: readonly Target[],
  context: PlanContext,
): Ask {
  return { id: 'last-seen', parts: new PartMaker(context).lastSeen(targets) };
}

function quantileParts(make: PartMaker, targets: readonly Target[]): Part[] {
  const quantiles = new Set(targets.flatMap(quantilesOf));
  return [...quantiles].flatMap(quantile =>
    make.quantile(
      targets.filter(it => quantilesOf(it).includes(quantile)),
      quantile,
    ),
  );
}

function byBoundary(
  targets: readonly Target[],
  boundaries: Boundaries,
): [string, Target[]][] {
  const pairs = targets.flatMap(target =>
    boundariesOf(target, boundaries).map(le => ({ le, target })),
  );
  return groupBy(pairs, it => it.le).map(group => [
    group[0].le,
    group.map(it => it.target),
  ]);
}
