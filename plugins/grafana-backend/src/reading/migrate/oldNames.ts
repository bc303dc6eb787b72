import type { JsonObject, JsonValue } from '@backstage/types';
import { objectOf, objectsOf, textOf } from '../json';

/** Reductions by the names that they had before Grafana 7. */
const CALCS: Record<string, string> = {
  avg: 'mean',
  current: 'lastNotNull',
  total: 'sum',
  min: 'min',
  max: 'max',
  first: 'first',
  delta: 'delta',
  diff: 'diff',
  range: 'range',
  count: 'count',
};

export function calcOf(name: JsonValue | undefined): string {
  return CALCS[String(name)] ?? 'lastNotNull';
}

/** A series by its name, or by a pattern between slashes. */
export function matcherOf(alias: JsonValue | undefined): JsonObject {
  const name = String(alias ?? '');
  return /^\/.*\/\w*$/.test(name)
    ? { id: 'byRegexp', options: name }
    : { id: 'byName', options: name };
}

/** Colours that series were given by their names. */
export function aliasColors(panel: JsonObject): JsonObject[] {
  return Object.entries(objectOf(panel.aliasColors)).map(([alias, color]) => ({
    matcher: { id: 'byName', options: alias },
    properties: [fixedColor(color)],
  }));
}

export function fixedColor(color: JsonValue | undefined): JsonObject {
  return { id: 'color', value: { mode: 'fixed', fixedColor: color } };
}

/** `50,80` with three colours. */
export function thresholdsOf(
  thresholds: JsonValue | undefined,
  colors: JsonValue | undefined,
): JsonObject {
  const limits = [thresholds ?? '']
    .flat()
    .join(',')
    .split(',')
    .filter(text => text.trim() !== '')
    .map(Number);
  const shades = Array.isArray(colors) ? colors : ['green', 'orange', 'red'];
  return {
    mode: 'absolute',
    steps: [null, ...limits].map((value, at) => ({
      value,
      color: shades[at] ?? shades[shades.length - 1],
    })),
  };
}

/** Links of series or of cells. */
export function linksOf(links: JsonValue | undefined): JsonObject[] {
  return objectsOf(links).map(({ title, url, targetBlank }) => ({
    title: textOf(title) ?? '',
    url,
    targetBlank: targetBlank === true,
  }));
}

/** Only what is there: an option that is absent keeps its default. */
export function present(options: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(options).filter(([, value]) => value !== undefined),
  );
}
