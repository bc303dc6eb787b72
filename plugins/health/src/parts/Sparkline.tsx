import type { HealthState } from '@portico/plugin-health-common';
import styles from './Sparkline.module.css';

const GAP = 'M';
/** Room for the strokes above and below, in percent of the height. */
const EDGE = 10;

/** What a sparkline shows. */
export interface SparklineProps {
  /** In equal steps, oldest first; gaps are `null` and stay gaps. */
  values: (number | null)[];
  /** Objective or limit, dashed; without one the line starts at zero. */
  limit?: number;
  /** Index from which on the state lasts; the line has its colour from there. */
  from?: number;
  state?: HealthState;
  /** What it says, in words: "p95 latency, last hour: 230 ms, then 480 ms". */
  label: string;
  /** In px; 26 unless told. */
  height?: number;
}

/** Path through points from `first` to `last`; a gap begins it anew. */
function pathOf(
  values: (number | null)[],
  first: number,
  last: number,
  y: (value: number) => number,
): string {
  const step = 100 / Math.max(values.length - 1, 1);
  let pen = GAP;
  let path = '';
  for (let at = first; at <= last; at += 1) {
    const value = values[at];
    if (value === null || value === undefined) pen = GAP;
    else {
      path += `${pen}${(at * step).toFixed(1)} ${y(value).toFixed(1)}`;
      pen = 'L';
    }
  }
  return path;
}

function lastKnown(values: (number | null)[]): number {
  let at = values.length - 1;
  while (at >= 0 && values[at] === null) at -= 1;
  return at;
}

/** A line without axes: quiet, in the state's colour from where the state began, a dot at its end. */
export function Sparkline(props: SparklineProps) {
  const { values, limit, from, state = 'healthy', label, height = 26 } = props;
  const known = values.filter((value): value is number => value !== null);
  const end = lastKnown(values);
  if (end < 0) return <span className={styles.none}>no data yet</span>;
  const low = Math.min(0, ...known);
  const high = Math.max(...known, limit ?? 0);
  const y = (value: number) =>
    100 - EDGE - ((value - low) / (high - low || 1)) * (100 - 2 * EDGE);
  const turn = from === undefined ? end : Math.min(Math.max(from, 0), end);
  const changed = from !== undefined && state !== 'healthy';
  const last = values[end] ?? 0;
  return (
    <span
      className={styles.spark}
      style={{ height }}
      data-state={changed ? state : undefined}
      role="img"
      aria-label={label}
      title={label}
    >
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
        {limit !== undefined && (
          <path className={styles.limit} d={`M0 ${y(limit).toFixed(1)}H100`} />
        )}
        <path
          className={styles.line}
          d={pathOf(values, 0, changed ? turn : end, y)}
        />
        {changed && (
          <path className={styles.now} d={pathOf(values, turn, end, y)} />
        )}
        {end < values.length - 1 && (
          <path
            className={styles.gone}
            d={`M${(end / (values.length - 1)) * 100} ${100 - EDGE}H100`}
          />
        )}
      </svg>
      {end === values.length - 1 && (
        <i style={{ top: `${y(last)}%` }} aria-hidden="true" />
      )}
    </span>
  );
}
