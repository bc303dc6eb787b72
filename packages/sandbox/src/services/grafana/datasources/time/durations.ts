import { parseDuration } from '../../../prometheus/promql/parse/literals';

const UNITS: readonly [name: string, milliseconds: number][] = [
  ['y', 31_536_000_000],
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1_000],
  ['ms', 1],
];

/** As Grafana writes an interval: in its largest whole unit, e.g. `15s`, `2h`, `90` minutes as `1h`. */
export function formatInterval(milliseconds: number): string {
  const unit = UNITS.find(([, length]) => milliseconds >= length);
  return unit ? `${Math.floor(milliseconds / unit[1])}${unit[0]}` : '1ms';
}

/** As Go writes a duration, e.g. `1m0s`, `1.5s`, `250ms`. */
export function goDuration(milliseconds: number): string {
  if (milliseconds < 1000) return `${milliseconds}ms`;
  const hours = Math.floor(milliseconds / 3_600_000);
  const minutes = Math.floor((milliseconds / 60_000) % 60);
  const seconds = (milliseconds % 60_000) / 1000;
  if (hours > 0) return `${hours}h${minutes}m${seconds}s`;
  return minutes > 0 ? `${minutes}m${seconds}s` : `${seconds}s`;
}

/** Milliseconds of what stands as *min interval*, e.g. `>30s`, `1m`; undefined if it says nothing. */
export function readInterval(text: unknown): number | undefined {
  if (typeof text !== 'string') return undefined;
  const plain = text.replace(/^[<>=\s]+/, '');
  const seconds = /^\d+$/.test(plain) ? Number(plain) * 1000 : undefined;
  return seconds ?? parseDuration(plain);
}

const GO_UNITS: Record<string, number> = {
  h: 3_600_000,
  m: 60_000,
  s: 1000,
  ms: 1,
};

/** Milliseconds of a duration as Go reads it, e.g. `1m30s`, `0.5s`; 0 for what is none. */
export function goMilliseconds(text: string): number {
  if (!/^(\d+(\.\d+)?(ms|h|m|s))+$/.test(text)) return 0;
  return [...text.matchAll(/(\d+(?:\.\d+)?)(ms|h|m|s)/g)].reduce(
    (sum, [, amount, unit]) => sum + Number(amount) * GO_UNITS[unit],
    0,
  );
}
