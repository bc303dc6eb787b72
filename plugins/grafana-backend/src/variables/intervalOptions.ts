import type { VariableOption } from '@portico/plugin-grafana-common';
import type { VariableModel } from '../reading/DashboardModel';
import type { PanelRange } from '../view/ResolvedPanel';
import { durationText } from './builtIns';

const UNIT_MS: Record<string, number> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
  M: 2_592_000_000,
  y: 31_536_000_000,
};
/** Grafana's round lengths: of all up to the first number those up to the second one. */
const ROUND: [string, string][] = [
  ['10ms', '1ms'],
  ['15ms', '10ms'],
  ['35ms', '20ms'],
  ['75ms', '50ms'],
  ['150ms', '100ms'],
  ['350ms', '200ms'],
  ['750ms', '500ms'],
  ['1500ms', '1s'],
  ['3500ms', '2s'],
  ['7500ms', '5s'],
  ['12500ms', '10s'],
  ['17500ms', '15s'],
  ['25000ms', '20s'],
  ['45000ms', '30s'],
  ['90s', '1m'],
  ['210s', '2m'],
  ['450s', '5m'],
  ['750s', '10m'],
  ['1050s', '15m'],
  ['1500s', '20m'],
  ['2700s', '30m'],
  ['90m', '1h'],
  ['150m', '2h'],
  ['270m', '3h'],
  ['540m', '6h'],
  ['24h', '12h'],
  ['7d', '1d'],
  ['4w', '1w'],
  ['6w', '30d'],
];

/** Value of the option that follows the range. */
export const AUTO = '$__auto';

/** Lengths of time, with one that follows the range if the dashboard wants it. */
export function intervalOptions({
  query,
  auto,
}: VariableModel): VariableOption[] {
  const lengths = String(query).match(/(?:"[^"]*"|[^",\s]+)/g) ?? [];
  const options = lengths.map(it => it.replaceAll('"', '').trim());
  return [
    ...(auto ? [{ text: 'auto', value: AUTO }] : []),
    ...options.map(value => ({ text: value, value })),
  ];
}

/** So long that the range has about so many of them, rounded as Grafana does; at least `min`. */
export function autoInterval(
  range: PanelRange,
  { count, min }: { count: number; min: string },
): string {
  const span = range.to.getTime() - range.from.getTime();
  const exact = Math.max(span / Math.max(1, count), durationMs(min) ?? 0);
  const [, round = '1y'] =
    ROUND.find(([below]) => exact < (durationMs(below) ?? 0)) ?? [];
  const rounded = durationMs(round) ?? 1;
  return durationText(Math.max(rounded, durationMs(min) ?? 0));
}

/** Milliseconds of `15s`, `1m30s`; undefined if it is no length of time. */
export function durationMs(text: string): number | undefined {
  const parts = [...text.trim().matchAll(/(\d+(?:\.\d+)?)\s*(ms|[smhdwMy])/g)];
  if (parts.map(([part]) => part).join('') !== text.trim()) return undefined;
  return parts.length
    ? parts.reduce((sum, [, n, unit]) => sum + Number(n) * UNIT_MS[unit], 0)
    : undefined;
}
