import type { DataFrame, Field } from '@grafana/data';
import { grafanaData } from '../frames/library';
import { levelOf } from './logLevel';
import type { PanelShape, ShapeInput } from './PanelShape';

interface Line {
  at: number;
  /** Within the millisecond, for the order. */
  nanos: number;
  body: string;
  labels: Record<string, string>;
  severity: string;
}

/**
 * Lines of logs in one frame of the type `log-lines`: `timestamp`, `body`, `severity`, `labels`, in the order that the
 * panel asks for. https://grafana.com/developers/dataplane/logs/
 */
export function logs({ frames, options, limits }: ShapeInput): PanelShape {
  const lines = frames.flatMap(linesOf);
  if (lines.length === 0) return { frames: [], notices: [] };
  const turn = options.sortOrder === 'Ascending' ? 1 : -1;
  const newestFirst = lines.sort((a, b) => b.at - a.at || b.nanos - a.nanos);
  const kept = newestFirst.slice(0, limits.logLines);
  if (turn === 1) kept.reverse();
  return {
    frames: [frameOf(kept)],
    notices:
      lines.length > kept.length
        ? [
            {
              severity: 'warning',
              text: `${kept.length} of ${lines.length} lines are shown: the newest. Choose a shorter range to see older ones.`,
            },
          ]
        : [],
  };
}

function linesOf(frame: DataFrame): Line[] {
  const { FieldType } = grafanaData();
  const named = (...names: string[]) =>
    frame.fields.find(({ name }) => names.includes(name));
  const time =
    named('timestamp') ??
    frame.fields.find(({ type }) => type === FieldType.time);
  const body =
    named('body', 'Line', 'line', 'message') ??
    frame.fields.find(({ type }) => type === FieldType.string);
  if (!time || !body) return [];
  const labels = named('labels', 'attributes');
  const severity = named('severity', 'level', 'detected_level');
  const fine = named('tsNs');
  return body.values.map((value, row) => {
    const own = labelsOf(body, labels?.values[row]);
    const text = String(value ?? '');
    return {
      at: Number(time.values[row]),
      nanos: Number(
        time.nanos?.[row] ?? String(fine?.values[row] ?? '').slice(-6),
      ),
      body: text,
      labels: own,
      severity: levelOf(severity?.values[row], own, text),
    };
  });
}

function labelsOf(body: Field, labels: unknown): Record<string, string> {
  const own =
    typeof labels === 'string' ? JSON.parse(labels || '{}') : labels ?? {};
  return { ...body.labels, ...own };
}

function frameOf(lines: Line[]): DataFrame {
  const { DataFrameType, FieldType } = grafanaData();
  const field = (
    name: string,
    type: Field['type'],
    valueOf: (line: Line) => unknown,
  ): Field => ({ name, type, config: {}, values: lines.map(valueOf) });
  return {
    meta: { type: DataFrameType.LogLines },
    length: lines.length,
    fields: [
      field('timestamp', FieldType.time, ({ at }) => at),
      field('body', FieldType.string, ({ body }) => body),
      field('severity', FieldType.string, ({ severity }) => severity),
      field('labels', FieldType.other, ({ labels }) => labels),
    ],
  };
}
