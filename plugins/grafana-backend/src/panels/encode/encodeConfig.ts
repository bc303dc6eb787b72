import type { JsonObject } from '@backstage/types';
import type { FieldConfig as GrafanaConfig } from '@grafana/data';
import type { FieldConfig } from '@portico/plugin-grafana-common';
import { encodeLinks } from './encodeLinks';

/** Settings of a field, without those that say nothing, and without what the browser has no use for. */
export function encodeConfig(
  config: GrafanaConfig,
  linkBase: string,
): FieldConfig {
  const { unit, decimals, min, max, noValue, mappings, color, custom } = config;
  const links = encodeLinks(config.links ?? [], linkBase);
  return asJson({
    unit: unit || undefined,
    decimals: decimals ?? undefined,
    min: min ?? undefined,
    max: max ?? undefined,
    noValue: noValue || undefined,
    mappings: mappings?.length ? mappings : undefined,
    thresholds: config.thresholds && {
      mode: config.thresholds.mode,
      steps: config.thresholds.steps.map(({ value, color: name }) => ({
        // JSON has no minus infinity.
        value: Number.isFinite(value) ? value : null,
        color: name,
      })),
    },
    color,
    custom: filled(custom),
    links: links.length ? links : undefined,
  });
}

function filled(custom: JsonObject | undefined): JsonObject | undefined {
  return custom && Object.keys(custom).length > 0 ? custom : undefined;
}

function asJson(value: unknown): FieldConfig {
  return JSON.parse(JSON.stringify(value));
}
