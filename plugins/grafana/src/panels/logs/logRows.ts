import type { JsonValue } from '@backstage/types';
import type {
  PanelData,
  PanelField,
  PanelFrame,
} from '@portico/plugin-grafana-common';
import { type LogLevel, levelOf } from './logLevel';

/** One line of a log. */
export interface LogRow {
  id: string;
  /** Milliseconds since 1970. */
  at: number;
  line: string;
  level: LogLevel;
  labels: Record<string, string>;
  /** How many lines it stands for. */
  count: number;
}

// Colours that programs write for terminals.
// eslint-disable-next-line no-control-regex
const ANSI = /\u001b\[[\d;]*[A-Za-z]/g;
const BODY = ['body', 'Line', 'line', 'message'];
const LABELS = ['labels', 'attributes'];
const LEVEL = ['severity', 'level', 'detected_level'];
const INNER = new Set(['tsNs', 'id', 'labelTypes', ...LABELS]);

function labelsOf(value: JsonValue | undefined): Record<string, string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return {};
  }
  const texts = Object.entries(value).map(([key, it]) => [
    key,
    typeof it === 'object' ? JSON.stringify(it) : `${it}`,
  ]);
  return Object.fromEntries(texts);
}

/** Which fields are the line, its time, its labels; any others are shown as labels, too: https://grafana.com/developers/dataplane/logs */
function partsOf({ fields }: PanelFrame) {
  const named = (names: string[]) =>
    fields.find(({ name }) => names.includes(name));
  const time = fields.find(({ type }) => type === 'time');
  const body =
    named(BODY) ??
    fields.find(({ type, name }) => type === 'string' && !INNER.has(name));
  const labels = named(LABELS);
  const level = named(LEVEL);
  const rest = fields.filter(
    field => ![time, body, level].includes(field) && !INNER.has(field.name),
  );
  return { time, body, labels, id: named(['id']), level, rest };
}

function rowsOf(frame: PanelFrame, place: number): LogRow[] {
  const { time, body, labels, id, level, rest } = partsOf(frame);
  if (!body) {
    return [];
  }
  const of = (field: PanelField | undefined, row: number) =>
    field?.values[row] ?? undefined;
  return body.values.map((value, row) => {
    const line = `${value ?? ''}`.replace(ANSI, '');
    const own = { ...body.labels, ...labelsOf(of(labels, row)) };
    for (const field of rest) {
      const text = of(field, row);
      if (text !== undefined && text !== '') {
        own[field.displayName] = `${text}`;
      }
    }
    const said = of(level, row) ?? own.level ?? own.detected_level;
    return {
      // Lines of the same moment and text may share their id.
      id: `${place} ${of(id, row) ?? ''} ${row}`,
      at: Number(of(time, row) ?? NaN),
      line,
      level: levelOf(said === undefined ? undefined : `${said}`, line),
      labels: own,
      count: 1,
    };
  });
}

/** All lines that a panel was given. */
export function logRows(data: PanelData): LogRow[] {
  return data.frames.flatMap(rowsOf);
}

const SAME: Record<string, (line: string) => string> = {
  exact: line =>
    line.replace(/\d{4}-\d\d-\d\d[T ][\d:.,]+(Z|[+-]\d\d:?\d\d)?/, ''),
  numbers: line => line.replace(/\d/g, ''),
  signature: line => line.replace(/\w/g, ''),
};

/**
 * The lines in their order, those that say the same one after another as one.
 *
 * @param turned - against the order that they came in, which tells apart what was written within a millisecond
 */
export function orderedRows(
  rows: readonly LogRow[],
  newestFirst: boolean,
  dedup = 'none',
  turned = false,
): LogRow[] {
  const way = newestFirst ? -1 : 1;
  const came = turned ? [...rows].reverse() : [...rows];
  const sorted = came.sort((a, b) => way * (a.at - b.at));
  const same = SAME[dedup];
  if (!same) {
    return sorted;
  }
  const kept: LogRow[] = [];
  for (const row of sorted) {
    const last = kept[kept.length - 1];
    if (last && same(last.line) === same(row.line)) {
      kept[kept.length - 1] = { ...last, count: last.count + 1 };
    } else {
      kept.push(row);
    }
  }
  return kept;
}
