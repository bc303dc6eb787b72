import { InputError } from '@backstage/errors';
import {
  CHARTS,
  type ChartId,
  type HealthChart,
} from '@portico/plugin-health-common';
import type {
  HealthSeriesProvider,
  HealthSubject,
  SeriesRequest,
} from '@portico/plugin-health-node';
import { PrometheusClient } from '@portico/plugin-prometheus-node';
import type { PrometheusSettings } from '../config/PrometheusSettings';
import { readTarget } from '../query/readTarget';
import {
  evidenceOf,
  PROVIDER_ID,
  type SignalContext,
} from '../signals/SignalContext';
import { boundariesFor } from './boundariesFor';
import { budgetBasis, budgetLeft, budgetSteps } from './budgetLines';
import type { Line } from './Drawing';
import { DRAWINGS } from './drawings';
import { gridOf, momentsOf, type Grid } from './grid';
import { LineReader } from './LineReader';

/** Scrapes are up to a minute apart, and a rate needs some of them. */
const SHORTEST_RANGE_SECONDS = 300;

type Lines = Pick<HealthChart, 'unit' | 'limit' | 'series'> & {
  evidence?: string;
};

/** Charts of one entity, on demand: one query each, two for the error budget. */
export class PrometheusSeriesProvider implements HealthSeriesProvider {
  readonly id = PROVIDER_ID;
  readonly charts: readonly ChartId[] = CHARTS;
  readonly #settings: PrometheusSettings;
  readonly #clients: ReadonlyMap<string, PrometheusClient>;

  constructor(
    settings: PrometheusSettings,
    clients = settings.instances.map(it => new PrometheusClient(it)),
  ) {
    this.#settings = settings;
    this.#clients = new Map(clients.map(it => [it.instance.name, it]));
  }

  appliesTo(subject: HealthSubject): boolean {
    const isAny = this.#settings.instances.length > 0;
    return isAny && !('problem' in readTarget(subject, this.#settings));
  }

  async series(
    subject: HealthSubject,
    request: SeriesRequest,
  ): Promise<HealthChart> {
    const { chart, from, to, signal } = request;
    const isBudget = chart === 'error-budget';
    const grid = gridOf(
      from,
      to,
      isBudget ? SHORTEST_RANGE_SECONDS : undefined,
    );
    const { context, client } = this.#contextOf(subject, request);
    const started = Date.now();
    const reader = new LineReader(client, signal);
    const bracketOf = await boundariesFor(context, chart, reader, grid);
    const drawn = { ...context, bracketOf };
    const range = `${Math.max(SHORTEST_RANGE_SECONDS, grid.stepSeconds)}s`;
    const { evidence, ...lines } = isBudget
      ? await this.#budget(drawn, reader, grid)
      : await this.#draw(drawn, chart, range, reader, grid);
    return {
      chart,
      ...lines,
      times: momentsOf(grid).map(it => it * 1000),
      source: {
        title: 'Prometheus',
        ...(evidence && { url: evidenceOf(client.instance, evidence).url }),
      },
      asOf: new Date().toISOString(),
      queries: reader.queries,
      seconds: (Date.now() - started) / 1000,
    };
  }

  #contextOf(subject: HealthSubject, { environment }: SeriesRequest) {
    if (environment === '' || environment.length > 200) {
      throw new InputError('A chart needs the name of an environment.');
    }
    const target = readTarget(subject, this.#settings);
    if ('problem' in target) throw new InputError(target.problem);
    const client = this.#clients.get(target.instance)!;
    const context: SignalContext = {
      target,
      environment,
      instance: client.instance,
      settings: this.#settings,
      now: new Date(),
      read: () => undefined,
      bracketOf: () => undefined,
    };
    return { context, client };
  }

  async #draw(
    context: SignalContext,
    chart: Exclude<ChartId, 'error-budget'>,
    range: string,
    reader: LineReader,
    grid: Grid,
  ): Promise<Lines> {
    const { unit, limit, lines } = DRAWINGS[chart](context, range);
    const valuesOf = await reader.range(lines, grid);
    const series = lines.map(({ name }) => ({ name, values: valuesOf(name) }));
    // Of what one might measure of resources, most have a part.
    const isDrawn = (values: readonly unknown[]) =>
      chart !== 'saturation' || values.some(it => it !== null);
    return {
      unit,
      limit,
      series: series.filter(({ values }) => isDrawn(values)),
      evidence: lines[0]?.query,
    };
  }

  async #budget(
    context: SignalContext,
    reader: LineReader,
    grid: Grid,
  ): Promise<Lines> {
    const { objectives } = context.target;
    const steps: Line[] = budgetSteps(context, `${grid.stepSeconds}s`);
    const [basis, valuesOf] = await Promise.all([
      reader.instant(budgetBasis(context), new Date(grid.start * 1000)),
      reader.range(steps, grid),
    ]);
    const counts = {
      basis,
      steps: valuesOf,
      stepSeconds: grid.stepSeconds,
    };
    return {
      unit: 'ratio',
      series: objectives.map((objective, index) => ({
        name: objective.kind === 'latency' ? 'Latency budget' : 'Error budget',
        values: budgetLeft(index, objective, counts),
      })),
      evidence: steps[0]?.query,
    };
  }
}
