import type { JsonValue } from '@backstage/types';
import {
  type ColorTheme,
  createDisplay,
  type DisplayValue,
  type FieldRange,
  fieldRange,
  type PanelData,
  type PanelField,
  type PanelFrame,
  type PanelView,
} from '@portico/plugin-grafana-common';
import { fieldNumbers, type Measured } from '../../charts/fieldNumbers';
import { calcTitle } from '../../charts/legendEntries';
import { Options } from '../../charts/Options';

/** The line behind a value: times or places, and what was measured. */
export interface ValueLine {
  xs: number[];
  ys: Measured[];
}

/** One of the values that a panel of single values shows. */
export interface ShownValue {
  key: string;
  name: string;
  value: DisplayValue;
  raw: JsonValue | undefined;
  range: FieldRange;
  field: PanelField;
  line?: ValueLine;
  /** From the first to the last value, as a ratio. */
  change?: number;
}

const LIMIT = 25;

/** What of the frames a panel shows: https://grafana.com/docs/grafana/latest/panels-visualizations/visualizations/stat/#value-options */
interface Reduction {
  everyRow: boolean;
  calcs: string[];
  limit: number;
  wants(field: PanelField): boolean;
}

function pattern(text: string): RegExp {
  const [, body, flags] = /^\/(.*)\/([gimsuy]*)$/.exec(text) ?? [];
  try {
    return body === undefined
      ? new RegExp(`^${text}$`)
      : new RegExp(body, flags);
  } catch {
    return /.*/; // As Grafana, which shows all fields then.
  }
}

function reductionOf(panel: PanelView): Reduction {
  const options = new Options(panel.options).child('reduceOptions');
  const calcs = options.texts('calcs');
  const names = options.text('fields');
  const named = names && pattern(names);
  return {
    everyRow: options.flag('values') ?? false,
    calcs: calcs.length ? calcs : ['lastNotNull'],
    limit: options.number('limit') || LIMIT,
    wants: named
      ? field => named.test(field.displayName) || named.test(field.name)
      : field => field.type === 'number',
  };
}

/** Rows are named by their texts; by the field, too, where several numbers stand in a row. */
function rowName(frame: PanelFrame, field: PanelField, row: number): string {
  const others = frame.fields.filter(other => other !== field);
  const texts = others
    .filter(({ type }) => type === 'string')
    .map(other => createDisplay(other)(other.values[row]).text)
    .filter(Boolean);
  const several = others.some(({ type }) => type === 'number');
  return several || texts.length === 0
    ? [...texts, field.displayName].join(' ')
    : texts.join(' ');
}

function lineOf(frame: PanelFrame, field: PanelField): ValueLine | undefined {
  if (field.type !== 'number' || field.values.length < 2) {
    return undefined;
  }
  const ys = fieldNumbers(field);
  const times = frame.fields.find(({ type }) => type === 'time')?.values;
  return { xs: ys.map((_, place) => Number(times?.[place] ?? place)), ys };
}

function reduced(field: PanelField, calc: string): JsonValue | undefined {
  if (field.calcs && calc in field.calcs) {
    return field.calcs[calc];
  }
  const known = field.values.filter(value => value !== null);
  return calc === 'first' || calc === 'firstNotNull'
    ? known[0]
    : known[known.length - 1];
}

/** All values that a panel of single values shows, in their order. */
export function shownValues(
  panel: PanelView,
  data: PanelData,
  theme?: ColorTheme,
): ShownValue[] {
  const { everyRow, calcs, limit, wants } = reductionOf(panel);
  const shown: ShownValue[] = [];
  const add = (
    given: PanelField,
    name: string,
    value: JsonValue | undefined,
    line?: ValueLine,
  ) => {
    const field = everyRow ? { ...given, seriesIndex: shown.length } : given;
    const change = given.calcs?.diffperc;
    shown.push({
      key: `${shown.length} ${name}`,
      name,
      value: createDisplay(field, { theme })(value),
      raw: value,
      range: fieldRange(field),
      field,
      line,
      // Grafana counts it in per cent.
      ...(typeof change === 'number' && { change: change / 100 }),
    });
  };
  for (const frame of data.frames) {
    for (const field of frame.fields.filter(wants)) {
      if (everyRow) {
        field.values.forEach((value, row) =>
          add(field, rowName(frame, field, row), value),
        );
      } else {
        const line = lineOf(frame, field);
        for (const calc of calcs) {
          const which = calcs.length > 1 ? `, ${calcTitle(calc)}` : '';
          const name = `${field.displayName}${which}`;
          add(field, name, reduced(field, calc), line);
        }
      }
    }
  }
  return shown.slice(0, limit);
}
