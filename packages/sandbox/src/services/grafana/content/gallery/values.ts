import { csv } from '../build/targets';

/** The time that the gallery shows: its values are fixed. */
export const GALLERY_TIME = {
  from: '2026-11-20T08:00:00.000Z',
  to: '2026-11-20T14:00:00.000Z',
};

const START = Date.parse(GALLERY_TIME.from);

/** A value, or none. */
type Cell = number | string | null;

/** CSV of series over the time of the gallery: a column a series, the first value at its beginning. */
export function timeCsv(series: Record<string, Cell[]>, minutes = 30): string {
  const [first] = Object.values(series);
  const times = first.map((_, index) =>
    new Date(START + index * minutes * 60_000).toISOString(),
  );
  return tableCsv({ time: times, ...series });
}

/** CSV of a table: a column a name. */
export function tableCsv(columns: Record<string, Cell[]>): string {
  const [first] = Object.values(columns);
  const rows = first.map((_, index) =>
    Object.values(columns).map(values => String(values[index] ?? '')),
  );
  return [Object.keys(columns), ...rows].map(row => row.join(',')).join('\n');
}

/** Requests a second of two services over six hours. */
export const ORDERS = [12, 14, 15, 18, 22, 25, 31, 28, 24, 21, 19, 16, 13];
export const PAYMENTS = [4, 5, 5, 6, 8, 9, 12, 11, 9, 8, 7, 6, 5];
/** With two gaps: one value, and three. */
export const GAPPED = [
  10,
  12,
  null,
  15,
  18,
  null,
  null,
  null,
  20,
  22,
  21,
  19,
  17,
];
/** From thousandths to thousands. */
export const WIDE = [
  0.002, 0.01, 0.05, 0.2, 1, 4, 20, 90, 300, 1200, 400, 30, 2,
];

/** Two services over time. */
export const services = (more = {}) =>
  csv(timeCsv({ orders: ORDERS, payments: PAYMENTS }), more);

/** One service over time. */
export const orders = (more = {}) => csv(timeCsv({ orders: ORDERS }), more);

/** A table of teams with a number, a share, a state and a moment. */
export const TEAMS = tableCsv({
  team: ['commerce', 'payments', 'platform', 'data'],
  region: ['eu', 'us', 'eu', 'us'],
  requests: [1200, 340, 90, 15],
  errors: [12, 1, 0, 3],
  share: [0.73, 0.21, 0.05, 0.01],
  state: ['ok', 'warn', 'ok', 'down'],
  'last time': [1, 2, 3, 4].map(hour => `2026-11-20T1${hour}:00:00Z`),
});
