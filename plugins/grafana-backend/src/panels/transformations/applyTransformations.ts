import type {
  DataFrame,
  DataTransformContext,
  DataTransformerConfig,
  InterpolateFunction,
} from '@grafana/data';
import type { PanelNotice } from '@portico/plugin-grafana-common';
import { firstValueFrom, of } from 'rxjs';
import { grafanaData } from '../frames/library';
import { transformationOf } from './registry';

/**
 * Frames after each transformation of a panel, in their order. One that is not known or fails is passed over and
 * named, so that nobody takes what is shown for what Grafana would show.
 */
export async function applyTransformations(
  frames: DataFrame[],
  configs: readonly DataTransformerConfig[],
  replaceVariables: InterpolateFunction,
): Promise<{ frames: DataFrame[]; notices: PanelNotice[] }> {
  const notices: PanelNotice[] = [];
  let current = frames;
  for (const config of configs) {
    if (config.disabled || config.topic === 'annotations') continue;
    if (!transformationOf(config.id)) {
      notices.push({
        severity: 'warning',
        text: `The transformation '${config.id}' is not applied: Portico does not know it. Open the panel in Grafana to see its result.`,
      });
      continue;
    }
    try {
      current = await applyOne(current, config, replaceVariables);
    } catch (error) {
      notices.push({
        severity: 'error',
        text: `The transformation '${
          config.id
        }' is not applied, because it failed: ${(error as Error).message}`,
      });
    }
  }
  return { frames: current, notices };
}

async function applyOne(
  frames: DataFrame[],
  config: DataTransformerConfig,
  interpolate: InterpolateFunction,
): Promise<DataFrame[]> {
  const transformation = transformationOf(config.id)!;
  const context: DataTransformContext = { interpolate };
  const options = filledIn(
    { ...transformation.defaultOptions, ...config.options },
    interpolate,
  );
  const { filter } = config;
  const concerns =
    filter?.options === undefined
      ? () => true
      : grafanaData().getFrameMatchers(filter);
  const concerned = frames.filter(frame => concerns(frame));
  const result = await firstValueFrom(
    of(concerned).pipe(transformation.operator(options, context)),
  );
  if (concerned.length === frames.length) return result;
  const others = frames.filter(frame => !concerns(frame));
  const first = frames.findIndex(frame => concerns(frame));
  const before = frames.slice(0, Math.max(first, 0)).length;
  return [...others.slice(0, before), ...result, ...others.slice(before)];
}

/** Options with variables filled in. */
function filledIn(value: unknown, interpolate: InterpolateFunction): unknown {
  if (typeof value === 'string') return interpolate(value);
  if (Array.isArray(value)) return value.map(it => filledIn(it, interpolate));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, it]) => [key, filledIn(it, interpolate)]),
  );
}
