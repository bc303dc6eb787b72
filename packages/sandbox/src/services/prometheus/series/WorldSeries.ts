import type { Incidents } from '../../../incidents';
import type { Component, World } from '../../../world';
import { labelOf } from '../promql/labels/labelSets';
import { matches } from '../promql/labels/matches';
import { containerFamilies } from './families/containerFamilies';
import { processFamilies } from './families/processFamilies';
import { requestFamilies } from './families/requestFamilies';
import { scopeOf, type Families } from './families/Scope';
import type { Matcher, Series, SeriesSource } from './SeriesSource';
import { Service } from './services/Service';
import type { Target } from './targets/Target';
import type { Targets } from './targets/Targets';

/** Labels of which all series of a target have the same value. */
const OF_TARGET = ['service', 'environment', 'namespace', 'pod'] as const;

/** The series of one target: how to make them, and those that were made. */
interface Held {
  families: Families;
  made: Map<string, Series[]>;
}

/** What Prometheus scraped of the world: it follows workloads, deploys and incidents. */
export class WorldSeries implements SeriesSource {
  readonly #incidents: Incidents;
  readonly #targets: Targets;
  readonly #now: () => number;
  readonly #components: Map<string, Component>;
  readonly #services = new Map<string, Service>();
  readonly #held = new WeakMap<Target, Held>();

  /** @param options.now milliseconds since 1970 */
  constructor(options: {
    world: World;
    incidents: Incidents;
    targets: Targets;
    now: () => number;
  }) {
    this.#incidents = options.incidents;
    this.#targets = options.targets;
    this.#now = options.now;
    this.#components = new Map(
      options.world.components.map(one => [one.name, one]),
    );
  }

  select(matchers: Matcher[], after: number, until: number): Series[] {
    const ofName = matchers.filter(one => one.name === '__name__');
    const ofTarget = matchers.filter(one => isOfTarget(one.name));
    const rest = matchers.filter(
      one => !ofName.includes(one) && !ofTarget.includes(one),
    );
    const wanted = new Map<string, boolean>();
    const isWanted = (name: string) => {
      let answer = wanted.get(name);
      if (answer === undefined) {
        answer = ofName.every(matcher => matches(matcher, name));
        wanted.set(name, answer);
      }
      return answer;
    };
    const followed = new Set<Service>();
    return this.#targets.list().flatMap(target => {
      if (target.lives[0].from > until) return [];
      if (target.goneAt !== undefined && target.goneAt <= after) return [];
      if (!ofTarget.every(one => matchesTarget(one, target))) return [];
      const service = this.#serviceOf(target);
      if (!followed.has(service)) service.follow(this.#incidents);
      followed.add(service);
      const held = this.#heldOf(target, service);
      return Object.keys(held.families)
        .filter(isWanted)
        .flatMap(name =>
          seriesOf(held, name).filter(({ labels }) =>
            rest.every(one => matches(one, labelOf(labels, one.name))),
          ),
        );
    });
  }

  #serviceOf({ service: name, environment }: Target): Service {
    const key = `${name}/${environment}`;
    let service = this.#services.get(key);
    if (!service) {
      service = new Service(name, environment, this.#components.get(name));
      this.#services.set(key, service);
    }
    return service;
  }

  #heldOf(target: Target, service: Service): Held {
    let held = this.#held.get(target);
    if (!held) {
      const scope = scopeOf(target, service, this.#now);
      const families = {
        ...requestFamilies(scope),
        ...processFamilies(scope),
        ...containerFamilies(scope),
      };
      held = { families, made: new Map() };
      this.#held.set(target, held);
    }
    return held;
  }
}

function seriesOf({ families, made }: Held, name: string): Series[] {
  let series = made.get(name);
  if (!series) {
    series = families[name]();
    made.set(name, series);
  }
  return series;
}

function isOfTarget(name: string): name is (typeof OF_TARGET)[number] {
  return OF_TARGET.some(one => one === name);
}

function matchesTarget(matcher: Matcher, target: Target): boolean {
  const { name } = matcher;
  return !isOfTarget(name) || matches(matcher, target[name]);
}
