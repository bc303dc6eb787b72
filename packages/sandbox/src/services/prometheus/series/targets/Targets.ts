import { ENVIRONMENTS, type World } from '../../../../world';
import type { PodTargets } from './PodTargets';
import type { Target } from './Target';
import { worldTargets } from './worldTargets';

/** All targets: the cluster's pods, and those that components had before. */
export class Targets {
  readonly #world: World;
  readonly #pods: PodTargets;
  readonly #before = new Map<
    string,
    { goneAt: number | undefined; targets: Target[] }
  >();

  constructor(world: World, pods: PodTargets) {
    this.#world = world;
    this.#pods = pods;
  }

  /** The same objects as before, but for what has changed. */
  list(): Target[] {
    const pods = this.#pods.list();
    const beginnings = new Map<string, number>();
    for (const { service, environment, lives } of pods) {
      const key = `${service}/${environment}`;
      const [{ from }] = lives;
      beginnings.set(key, Math.min(from, beginnings.get(key) ?? Infinity));
    }
    const before = this.#world.components
      .filter(one => one.replicas > 0 && !one.unlinked)
      .flatMap(component =>
        ENVIRONMENTS.flatMap(environment => {
          const key = `${component.name}/${environment}`;
          const goneAt = beginnings.get(key);
          let known = this.#before.get(key);
          if (!known || known.goneAt !== goneAt) {
            const targets = worldTargets(component, environment, goneAt);
            known = { goneAt, targets };
            this.#before.set(key, known);
          }
          return known.targets;
        }),
      );
    return [...before, ...pods];
  }
}
