import {
  createDisplay,
  formatted,
  type Display,
  type PanelData,
  type PanelField,
  type PanelFrame,
} from '@portico/plugin-grafana-common';
import { Button, Table, Td, Th } from '@portico/ui';
import { useMemo, useState } from 'react';

/** Rows that are written at first, and more at each step. */
const STEP = 200;

/** What JSON can't say. */
const SPECIAL = [
  ['nan', 'not a number'],
  ['inf', '∞'],
  ['negInf', '−∞'],
] as const;

function textOf(field: PanelField, display: Display, row: number): string {
  const special = SPECIAL.find(([name]) =>
    field.special?.[name]?.includes(row),
  );
  if (special) return special[1];
  const text = formatted(display(field.values[row]));
  return text === '' && field.values[row] === null ? 'none' : text;
}

/** Newest first, where a frame goes with time. */
function orderOf({ fields, length }: PanelFrame): (index: number) => number {
  const times = fields[0]?.type === 'time' ? fields[0].values : [];
  const ascends = Number(times[0]) < Number(times.at(-1));
  return index => (ascends ? length - 1 - index : index);
}

function FrameTable(props: { frame: PanelFrame; label: string }) {
  const { frame, label } = props;
  const { fields, length } = frame;
  const [most, setMost] = useState(STEP);
  const displays = useMemo(() => fields.map(it => createDisplay(it)), [fields]);
  const rowAt = orderOf(frame);
  return (
    <>
      <Table label={label}>
        <thead>
          <tr>
            {fields.map(({ name, displayName, type }, at) => (
              <Th key={`${at} ${name}`} end={type === 'number'}>
                {displayName}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: Math.min(most, length) }, (_, index) => (
            <tr key={index}>
              {fields.map((field, at) => (
                <Td
                  key={`${at} ${field.name}`}
                  end={field.type === 'number'}
                  nowrap={field.type === 'time'}
                >
                  {textOf(field, displays[at], rowAt(index))}
                </Td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
      {length > most && (
        <Button look="text" onClick={() => setMost(most + STEP)}>
          {(length - most).toLocaleString('en-US')} more rows, show the next{' '}
          {Math.min(STEP, length - most)}
        </Button>
      )}
    </>
  );
}

/** The numbers behind a drawing, written as the panel writes them. */
export function DataTable(props: { data: PanelData; label: string }) {
  const { data, label } = props;
  const frames = data.frames.filter(({ length }) => length > 0);
  return (
    <>
      {frames.map((frame, at) => (
        <FrameTable
          key={`${at} ${frame.refId}`}
          frame={frame}
          label={
            frames.length === 1 ? label : `${label}, ${frame.name ?? at + 1}`
          }
        />
      ))}
    </>
  );
}
