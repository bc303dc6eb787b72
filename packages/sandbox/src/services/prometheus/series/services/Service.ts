import type { Incidents } from '../../../../incidents';
import type { Component } from '../../../../world';
import { latencyOf, type Latency, type Speed } from '../latency/Latency';
import { Demand } from '../rhythm/Demand';
import type { Target } from '../targets/Target';
import { Timeline } from '../timeline/Timeline';
import { traitsOf, type ServiceTraits } from './ServiceTraits';

/** p95 in an incident of kind `latency`, by the objective. */
const SLOW_FACTOR = 1.6;
const SPREAD = 0.6;
/** Most requests wait for the same, so that a minute of it shows in a rate over five. */
const SLOW_SPREAD = 0.25;

interface Latencies {
  usual: Latency;
  incident: Latency;
}

/** A service in one environment: what it is like, what is asked of it, and how it went. */
export class Service {
  readonly name: string;
  readonly traits: ServiceTraits;
  readonly demand: Demand;
  readonly #isProduction: boolean;
  #timeline: Timeline;
  /** All of its pods have the same buckets and routes. */
  #latencies: Latencies | undefined;
  /** The incidents of the timeline, as text. */
  #told = '';

  constructor(
    name: string,
    environment: Target['environment'],
    component: Component | undefined,
  ) {
    this.name = name;
    this.traits = traitsOf(name, environment, component);
    this.demand = new Demand(`${name}/${environment}`, this.traits.rhythm);
    this.#isProduction = environment === 'production';
    this.#timeline = new Timeline(this.traits.errorRatio, [], this.demand);
  }

  /** How it went; another object once incidents have changed. */
  get timeline(): Timeline {
    return this.#timeline;
  }

  /** Takes in what incidents there are now. Only production has any. */
  follow(incidents: Incidents): void {
    if (!this.#isProduction) return;
    const own = incidents.of(this.name, 0, Infinity);
    const told = JSON.stringify(own);
    if (told === this.#told) return;
    this.#told = told;
    this.#timeline = new Timeline(this.traits.errorRatio, own, this.demand);
  }

  /** Durations of its requests as they usually are, and in an incident. */
  latencies(bounds: readonly number[], speeds: readonly Speed[]): Latencies {
    if (!this.#latencies) {
      const { usualSeconds, objectiveSeconds } = this.traits;
      const shape = { bounds, speeds };
      this.#latencies = {
        usual: latencyOf(usualSeconds, { ...shape, spread: SPREAD }),
        incident: latencyOf(objectiveSeconds * SLOW_FACTOR, {
          ...shape,
          spread: SLOW_SPREAD,
        }),
      };
    }
    return this.#latencies;
  }
}
