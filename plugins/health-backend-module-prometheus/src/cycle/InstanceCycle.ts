import type { HealthGap } from '@portico/plugin-health-node';
import type { PrometheusClient } from '../client/PrometheusClient';
import type { PrometheusSettings } from '../config/PrometheusSettings';
import { Boundaries } from '../query/Boundaries';
import { environmentOf } from '../query/ofEntity';
import { planAsks, planDiscovery, planLastSeen } from '../query/planAsks';
import type { PlanContext } from '../query/PartMaker';
import type { Target } from '../query/Target';
import type { Ask, AskAnswer, Found } from './Ask';
import { AskRunner, type RunOptions } from './AskRunner';
import { ClockCheck } from './ClockCheck';
import { forEachOf } from './forEachOf';
import { gapsOf } from './gapsOf';
import { LastSeen } from './LastSeen';
import { PacedAsks } from './PacedAsks';
import { Readings } from './Readings';
import { RecordedCheck } from './RecordedCheck';

/** Queries under way at once: the server has others to serve. */
const AT_ONCE = 3;

/** What one cycle at one server brought. */
export interface CycleResult {
  readings: Readings;
  boundaries: Boundaries;
  /** When those were last scraped that are not scraped now; undefined where nobody knows. */
  lastSeen: (entityRef: string) => Date | undefined;
  /** Of whom it is known that there is nothing: they were asked about, and the answer came. */
  answered: (entityRef: string) => boolean;
  gaps: HealthGap[];
  requests: number;
  /** Why nothing at all was learned. */
  outage?: string;
}

/** Asks one server about all of its entities, and remembers between cycles what is worth it. */
export class InstanceCycle {
  readonly #client: PrometheusClient;
  readonly #settings: PrometheusSettings;
  readonly #asks: PacedAsks;
  readonly #recorded: RecordedCheck;
  readonly #clock: ClockCheck;
  readonly #lastSeen = new LastSeen();

  constructor(client: PrometheusClient, settings: PrometheusSettings) {
    this.#client = client;
    this.#settings = settings;
    this.#asks = new PacedAsks(new AskRunner(client));
    this.#recorded = new RecordedCheck(client, settings);
    this.#clock = new ClockCheck(client.instance.name);
  }

  async run(
    targets: readonly Target[],
    options: RunOptions,
  ): Promise<CycleResult> {
    const { recorded, requests } = await this.#recorded.run(options);
    const context: PlanContext = { settings: this.#settings, recorded };
    const discovery = await this.#discover(targets, context, options);
    const { boundaries } = discovery;
    const asks = planAsks(targets, boundaries, context);
    const answers = await forEachOf(asks, AT_ONCE, ask =>
      this.#send(ask, options),
    );
    const readings = this.#read(answers.flatMap(it => it.found));
    const traffic = answers[0];
    const silent = await this.#findLastSeen(
      targets,
      traffic,
      readings,
      context,
      options,
    );
    const all = [...discovery.answers, ...answers, ...silent];
    const unanswered = new Set(
      (traffic?.problems ?? []).flatMap(it => it.entityRefs),
    );
    const outages = all.flatMap(it => it.problems).filter(it => it.isOutage);
    // What was kept from before is not learned now.
    const learned = all.some(
      it => it.requests > 0 && !it.problems.some(one => one.isOutage),
    );
    return {
      readings,
      boundaries,
      lastSeen: ref => this.#lastSeen.of(ref),
      answered: ref => !unanswered.has(ref),
      gaps: [
        ...gapsOf(all, targets.length, this.#client.instance.name),
        ...this.#clock.gaps(
          answers.flatMap(it => it.found),
          options,
        ),
      ],
      requests: requests + sum(all.map(it => it.requests)),
      outage: learned ? undefined : outages[0]?.message,
    };
  }

  /** An ask without parts is answered at once. */
  async #send(ask: Ask, options: RunOptions): Promise<AskAnswer> {
    if (ask.parts.length === 0) return { found: [], problems: [], requests: 0 };
    return this.#asks.run(ask, options);
  }

  async #discover(
    targets: readonly Target[],
    context: PlanContext,
    options: RunOptions,
  ) {
    const answer = await this.#send(planDiscovery(targets, context), options);
    const byRef = new Map(targets.map(it => [it.entityRef, it]));
    const boundaries = new Boundaries();
    for (const { part, labels } of answer.found) {
      for (const ref of part.scope.refsOf(labels)) {
        const preset = byRef.get(ref)?.preset;
        if (preset) {
          const { name, unitsPerSecond } = preset;
          boundaries.add(ref, name, labels.le, unitsPerSecond);
        }
      }
    }
    return { boundaries, answers: [answer] };
  }

  #read(found: readonly Found[]): Readings {
    const readings = new Readings();
    const { instance } = this.#client;
    for (const { part, labels, value } of found) {
      const environment = environmentOf(labels, instance, this.#settings);
      for (const ref of part.scope.refsOf(labels)) {
        readings.set(ref, environment, part.reading, value);
      }
    }
    return readings;
  }

  async #findLastSeen(
    targets: readonly Target[],
    traffic: AskAnswer | undefined,
    readings: Readings,
    context: PlanContext,
    options: RunOptions,
  ): Promise<AskAnswer[]> {
    const { environment } = this.#settings;
    this.#lastSeen.keep(new Set(targets.map(it => it.entityRef)));
    const missing: Target[] = [];
    for (const target of targets) {
      const { entityRef } = target;
      const at = readings.get(entityRef, environment, 'scrapedAt');
      if (at !== undefined) this.#lastSeen.saw(entityRef, at);
      else if (this.#lastSeen.isUnknown(entityRef, options.now)) {
        missing.push(target);
      }
    }
    // Where nothing is answered now, nothing can be missed.
    if (missing.length === 0 || traffic?.problems.some(it => it.isOutage)) {
      return [];
    }
    const answer = await this.#send(planLastSeen(missing, context), options);
    for (const { entityRef } of missing) {
      this.#lastSeen.asked(entityRef, options.now);
    }
    for (const { part, labels, value } of answer.found) {
      const where = environmentOf(
        labels,
        this.#client.instance,
        this.#settings,
      );
      if (where !== environment) continue;
      for (const ref of part.scope.refsOf(labels)) {
        this.#lastSeen.saw(ref, value);
      }
    }
    return [answer];
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, it) => total + it, 0);
}
