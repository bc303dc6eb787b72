import { ServiceUnavailableError } from '@backstage/errors';
import type { HealthSignal } from '@portico/plugin-health-common';
import type {
  HealthCollection,
  HealthGap,
  HealthProvider,
  HealthSubject,
} from '@portico/plugin-health-node';
import { PrometheusClient } from '@portico/plugin-prometheus-node';
import type { PrometheusSettings } from './config/PrometheusSettings';
import { forEachOf } from './cycle/forEachOf';
import { InstanceCycle, type CycleResult } from './cycle/InstanceCycle';
import { groupBy } from './query/groupBy';
import { readTarget } from './query/readTarget';
import type { Target } from './query/Target';
import { PROVIDER_ID, type SignalContext } from './signals/SignalContext';
import { signalsOf } from './signals/signalsOf';
import { silenceOf } from './signals/silence';

export interface PrometheusHealthProviderOptions {
  clients?: readonly PrometheusClient[];
  /** Evaluates queries at the time of the collection, not by the server's clock: for recorded samples. */
  isReplay?: boolean;
}

/** Requests, errors, latency, saturation and error budgets of many entities, with few queries. */
export class PrometheusHealthProvider implements HealthProvider {
  readonly id = PROVIDER_ID;
  readonly title = 'Prometheus';
  readonly instances: readonly string[];
  readonly timeoutSeconds: number;
  readonly #settings: PrometheusSettings;
  readonly #cycles: ReadonlyMap<string, InstanceCycle>;
  readonly #isReplay: boolean;

  constructor(
    settings: PrometheusSettings,
    options: PrometheusHealthProviderOptions = {},
  ) {
    const { isReplay = false } = options;
    const clients =
      options.clients ??
      settings.instances.map(instance => new PrometheusClient(instance));
    this.#settings = settings;
    this.#isReplay = isReplay;
    // A server that hangs is told as such before the collector gives up.
    this.timeoutSeconds =
      10 + 2 * Math.max(10, ...settings.instances.map(it => it.timeoutSeconds));
    this.instances = settings.instances.map(it => it.name);
    this.#cycles = new Map(
      clients.map(it => [it.instance.name, new InstanceCycle(it, settings)]),
    );
  }

  /** Each component: without annotation, its name is looked for. */
  appliesTo(): boolean {
    return this.instances.length > 0;
  }

  async collect(
    subjects: HealthSubject[],
    options: { signal: AbortSignal; now: Date },
  ): Promise<HealthCollection> {
    const { targets, gaps } = this.#read(subjects);
    const signals = new Map<string, HealthSignal[]>();
    const outages: string[] = [];
    let requests = 0;
    const run = {
      ...options,
      ...(this.#isReplay && { at: options.now }),
    };
    await forEachOf(
      groupBy(targets, it => it.instance),
      this.instances.length,
      async members => {
        const cycle = this.#cycles.get(members[0].instance)!;
        const result = await cycle.run(members, run);
        requests += result.requests;
        if (result.outage) outages.push(result.outage);
        gaps.push(...result.gaps);
        for (const target of members) {
          const found = this.#signalsOf(target, result, options.now);
          gaps.push(...found.gaps);
          if (found.signals.length > 0) {
            signals.set(target.entityRef, found.signals);
          }
        }
      },
    );
    if (targets.length > 0 && outages.length === asked(targets)) {
      throw new ServiceUnavailableError(outages.join(' '));
    }
    return { signals, gaps, requests };
  }

  #read(subjects: readonly HealthSubject[]) {
    const targets: Target[] = [];
    const gaps: HealthGap[] = [];
    for (const subject of subjects) {
      const target = readTarget(subject, this.#settings);
      if ('problem' in target) {
        gaps.push({
          entityRefs: [subject.entityRef],
          message: target.problem,
        });
      } else targets.push(target);
    }
    return { targets, gaps };
  }

  #signalsOf(target: Target, result: CycleResult, now: Date) {
    const settings = this.#settings;
    const { entityRef, preset } = target;
    const instance = settings.instances.find(
      it => it.name === target.instance,
    )!;
    const contextOf = (environment: string): SignalContext => ({
      // What was promised was promised of one environment.
      target:
        environment === settings.environment
          ? target
          : { ...target, objectives: [] },
      environment,
      instance,
      settings,
      now,
      read: result.readings.of(entityRef, environment),
      bracketOf: seconds =>
        result.boundaries.around(entityRef, preset.name, seconds),
    });
    const environments = new Set([
      settings.environment,
      ...result.readings.environments(entityRef),
    ]);
    const signals = [...environments].flatMap(it => signalsOf(contextOf(it)));
    const deciding = contextOf(settings.environment);
    const isSilent =
      result.answered(entityRef) && deciding.read('requests.5m') === undefined;
    if (!isSilent) return { signals, gaps: [] };
    const silence = silenceOf(deciding, result.lastSeen(entityRef));
    return {
      signals: [...signals, ...silence.signals],
      gaps: silence.gap ? [silence.gap] : [],
    };
  }
}

function asked(targets: readonly Target[]): number {
  return new Set(targets.map(it => it.instance)).size;
}
