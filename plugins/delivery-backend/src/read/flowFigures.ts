import type { Measure, WaitingService } from '@portico/plugin-delivery-common';
import { medianOf } from '../figures/figuresOf';
import { measureOf, type Window } from '../figures/measureOf';
import type { ComponentFacts, Flow } from '../store/types';

/** From "create" to the first deployment to production, and who waits for it. */
export function createToProduction(
  flows: Flow[],
  components: Map<string, ComponentFacts>,
  firsts: Map<string, string>,
  window: Window,
): { measure: Measure; waiting: WaitingService[] } {
  const created = new Map<string, Flow>();
  for (const flow of flows) {
    const { kind, entityRef = '' } = flow;
    if (kind !== 'create' || !components.has(entityRef)) continue;
    const other = created.get(entityRef);
    if (!other || flow.begunAt < other.begunAt) created.set(entityRef, flow);
  }
  const arrived = [...created].flatMap(([entityRef, { begunAt }]) => {
    const first = firsts.get(entityRef);
    if (!first || first < begunAt) return [];
    const at = Date.parse(first);
    return [{ at, seconds: (at - Date.parse(begunAt)) / 1000 }];
  });
  return {
    measure: measureOf(arrived, window, medianOf),
    waiting: [...created]
      .filter(([entityRef]) => !firsts.has(entityRef))
      .map(([entityRef, { begunAt }]) => ({
        entityRef,
        title: components.get(entityRef)!.title,
        createdAt: begunAt,
      }))
      .sort((a, b) => a.createdAt.localeCompare(b.createdAt)),
  };
}

/** From the request to the day's work: how long, and of how many, never of whom. */
export function onboardingOf(flows: Flow[], window: Window): Measure {
  const done = flows.flatMap(({ kind, begunAt, doneAt }) => {
    if (kind !== 'onboarding' || !doneAt) return [];
    const at = Date.parse(doneAt);
    return [{ at, seconds: (at - Date.parse(begunAt)) / 1000 }];
  });
  return measureOf(done, window, medianOf);
}
