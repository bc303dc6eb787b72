import type { JsonObject, JsonValue } from '@backstage/types';
import type {
  FieldConfig,
  PanelData,
  PanelField,
  PanelView,
} from '@portico/plugin-grafana-common';

/** A moment that tests count from: 21 November 2026, 13:00 in the zone of the test. */
export const START = new Date(2026, 10, 21, 13).getTime();
export const MINUTE = 60_000;

/** A column of times, a minute apart. */
export const timeField = (count: number): PanelField => ({
  name: 'Time',
  displayName: 'Time',
  type: 'time',
  values: Array.from({ length: count }, (_, at) => START + at * MINUTE),
  config: {},
});

/** A column of values. */
export function field(
  name: string,
  values: JsonValue[],
  config: FieldConfig = {},
  more: Partial<PanelField> = {},
): PanelField {
  return {
    name,
    displayName: name,
    type: 'number',
    values,
    config: { color: { mode: 'palette-classic' }, ...config },
    ...more,
  };
}

/** The data of a panel with one frame. */
export const panelData = (...fields: PanelField[]): PanelData => ({
  frames: [{ length: fields[0]?.values.length ?? 0, fields }],
  from: START,
  to: START + 60 * MINUTE,
  stepMs: MINUTE,
  notices: [],
  failures: [],
  asOf: '2026-11-21T14:00:00Z',
  asked: { ms: 12, requests: 1 },
});

/** A panel of a kind, with its options. */
export const panelView = (
  type: string,
  options: JsonObject = {},
): PanelView => ({
  key: '1',
  id: 1,
  kind: 'panel',
  title: 'p95 by route',
  type,
  drawn: 'native',
  grid: { x: 0, y: 0, w: 12, h: 8 },
  options,
  url: 'http://grafana/d/1',
});
