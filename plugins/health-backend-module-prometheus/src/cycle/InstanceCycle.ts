import type { HealthGap } from '@portico/plugin-health-node';
import type { PrometheusClient } from '@portico/plugin-prometheus-node';
import type { PrometheusSettings } from '../config/PrometheusSettings';
import { Boundaries } from '../query/Boundaries';
import { environmentOf } from '../query/ofEntity';
import {
  planAsks,
  planDiscovery,
  planLastSeen,
  planTraffic,
} from '../query/planAsks';
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

const NOTHING: AskAnswer = { found: [], problems: [], requests: 0 };

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
    const check = await this.#recorded.run(options);
    const context: PlanContext = {
      settings: this.#settings,
      recorded: check.recorded,
    };
    // The first query tells whether the server answers at all: nobody waits twelve times for one that hangs.
    const traffic = check.outage
      ? NOTHING
      : await this.#send(planTraffic(targets, context), options);
    const outage = check.outage ?? outageOf(traffic);
    const discovery = outage
      ? { boundaries: new Boundaries(), answers: [] }
      : await this.#discover(targets, context, options);
    const { boundaries } = discovery;
    const asks = outage ? [] : planAsks(targets, boundaries, context);
    const answers = await forEachOf(asks, AT_ONCE, ask =>
      this.#send(ask, options),
    );
    const found = [traffic, ...answers].flatMap(it => it.found);
    const readings = this.#read(found);
    const silent = outage
      ? []
      : await this.#findLastSeen(targets, readings, context, options);
    const all = [traffic, ...discovery.answers, ...answers, ...silent];
    const unanswered = new Set(traffic.problems.flatMap(it => it.entityRefs));
    return {
      readings,
      boundaries,
      lastSeen: ref => this.#lastSeen.of(ref),
      answered: ref => !outage && !unanswered.has(ref),
      gaps: outage
        ? [{ instance: this.#client.instance.name, message: outage }]
        : [
            ...gapsOf(all, targets.length, this.#client.instance.name),
            ...this.#clock.gaps(found, options),
          ],
      requests: check.requests + sum(all.map(it => it.requests)),
      outage,
    };
  }

  /** An ask without parts is answered at once. */
  async #send(ask: Ask, options: RunOptions): Promise<AskAnswer> {
    if (ask.parts.length === 0) return NOTHING;
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
    if (missing.length === 0) return [];
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

/** Why a server answers nothing; undefined where a part came. */
function outageOf({ found, problems }: AskAnswer): string | undefined {
  if (found.length > 0) return undefined;
  return problems.find(it => it.isOutage)?.message;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, it) => total + it, 0);
}
