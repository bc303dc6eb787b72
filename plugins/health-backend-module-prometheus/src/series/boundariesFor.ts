import type { ChartId } from '@portico/plugin-health-common';
import { Boundaries } from '../query/Boundaries';
import { latencyObjectives } from '../query/latency';
import { selectionOf, type SignalContext } from '../signals/SignalContext';
import type { Grid } from './grid';
import type { LineReader } from './LineReader';

/** Charts that count slow requests, and so need to know where the buckets end. */
const COUNTING: readonly ChartId[] = ['error-budget', 'burn-rate'];

/** Bounds of the entity's buckets at the end of a chart; asks for nothing where the chart does without. */
export async function boundariesFor(
  context: SignalContext,
  chart: ChartId,
  reader: LineReader,
  { end }: Grid,
): Promise<SignalContext['bracketOf']> {
  const { target } = context;
  const { entityRef, preset } = target;
  if (!COUNTING.includes(chart) || latencyObjectives(target).length === 0) {
    return context.bracketOf;
  }
  const { select } = selectionOf(context);
  const series = select(preset.buckets, preset.matchers);
  const labels = await reader.labels(
    `group by (le) (${series})`,
    new Date(end * 1000),
  );
  const boundaries = new Boundaries();
  for (const { le } of labels) {
    boundaries.add(entityRef, preset.name, le, preset.unitsPerSecond);
  }
  return seconds => boundaries.around(entityRef, preset.name, seconds);
}
