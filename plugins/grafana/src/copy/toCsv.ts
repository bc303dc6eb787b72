import type {
  PanelData,
  PanelField,
  PanelFrame,
} from '@portico/plugin-grafana-common';

/** What a spreadsheet would take for a formula. */
const FORMULA = /^[=+@\t\r]|^-(?![\d.])/;

function quoted(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function cell({ type, values, special }: PanelField, row: number): string {
  const value = values[row];
  if (value === null || value === undefined) {
    if (special?.nan?.includes(row)) return 'NaN';
    if (special?.inf?.includes(row)) return 'Infinity';
    if (special?.negInf?.includes(row)) return '-Infinity';
    return '';
  }
  if (type === 'time' && typeof value === 'number') {
    return new Date(value).toISOString();
  }
  return quoted(typeof value === 'object' ? JSON.stringify(value) : `${value}`);
}

/** Values that came as reductions alone: a line for each field. */
function reducedLines(fields: PanelField[]): string[] {
  const names = [
    ...new Set(fields.flatMap(({ calcs = {} }) => Object.keys(calcs))),
  ];
  const lines = fields.map(({ displayName, calcs }) =>
    [displayName, ...names.map(name => calcs?.[name] ?? '')]
      .map(value => quoted(`${value}`))
      .join(','),
  );
  return [['name', ...names].join(','), ...lines];
}

function frameLines({ fields, length }: PanelFrame): string[] {
  if (length === 0) return reducedLines(fields);
  const head = fields.map(({ displayName }) => quoted(displayName)).join(',');
  const rows = Array.from({ length }, (_, row) =>
    fields.map(field => cell(field, row)).join(','),
  );
  return [head, ...rows];
}

/** The data as they came, not as they are shown: times in ISO 8601, numbers without units; frames apart by an empty line. */
export function toCsv({ frames }: PanelData): string {
  return frames
    .filter(({ fields }) => fields.length > 0)
    .map(frame => frameLines(frame).join('\r\n'))
    .join('\r\n\r\n');
}
