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
import { calcTitle } from '../charts/legendEntries';

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

/** Values that came as reductions alone: a row for each field. */
function ReducedTable(props: { fields: PanelField[]; label: string }) {
  const { fields, label } = props;
  const names = [
    ...new Set(fields.flatMap(({ calcs = {} }) => Object.keys(calcs))),
  ];
  return (
    <Table label={label}>
      <thead>
        <tr>
          <Th>Name</Th>
          {names.map(name => (
            <Th key={name} end>
              {calcTitle(name)}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {fields.map((field, at) => (
          <tr key={`${at} ${field.displayName}`}>
            <Th scope="row">{field.displayName}</Th>
            {names.map(name => (
              <Td key={name} end>
                {formatted(createDisplay(field)(field.calcs?.[name]))}
              </Td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** The numbers behind a drawing, written as the panel writes them. */
export function DataTable(props: { data: PanelData; label: string }) {
  const { data, label } = props;
  const rows = data.frames.filter(({ length }) => length > 0);
  const reduced = data.frames
    .filter(({ length }) => length === 0)
    .flatMap(({ fields }) => fields.filter(({ calcs }) => calcs));
  return (
    <>
      {reduced.length > 0 && <ReducedTable fields={reduced} label={label} />}
      {rows.map((frame, at) => (
        <FrameTable
          key={`${at} ${frame.refId}`}
          frame={frame}
          label={
            rows.length === 1 ? label : `${label}, ${frame.name ?? at + 1}`
          }
        />
      ))}
    </>
  );
}
