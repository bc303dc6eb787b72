import { SPARK_WIDTH, sparkGeometry } from './sparkGeometry';
import styles from './Sparkline.module.css';
import type { StateName } from './stateShapes';

/** States that colour a line. */
type LineState = Extract<
  StateName,
  'healthy' | 'degraded' | 'failing' | 'unknown'
>;

const COLOURS: Record<LineState, string> = {
  healthy: 'var(--portico-ink-3)',
  degraded: 'var(--portico-warn-fill)',
  failing: 'var(--portico-bad-fill)',
  unknown: 'var(--portico-ink-3)',
};

const percent = (part: number) => `${Math.round(part * 1000) / 10}%`;

/** A deploy on a line of time. */
function Mark(props: { x: string; height: number; title: string }) {
  const { x, height, title } = props;
  return (
    <svg x={x} overflow="visible" className={styles.mark}>
      <title>{title}</title>
      <path d={`M0 0V${height}`} className={styles.stem} />
      <path d="M-3.5 0h7L0 5z" />
    </svg>
  );
}

/**
 * Values of equal distance as a line without axes, as wide as its place: quiet, then from the moment a state
 * began in its colour, with the limit, deploys and an end dot. Asks nobody and needs no library.
 */
export function Sparkline(props: {
  values: (number | null)[];
  /** ISO 8601, of the first value, and the distance of values: where `since` or `marks` are told. */
  from?: string;
  stepSeconds?: number;
  /** The line in words, for readers; without it the line is decoration. */
  label?: string;
  /** How what is shown is, and since when (ISO 8601). */
  state?: LineState;
  since?: string;
  limit?: number;
  /** Deploys, by ISO 8601. */
  marks?: { at: string; title: string }[];
  /** In px; 36 unless told. */
  height?: number;
}) {
  const { values, label, state = 'healthy', height = 36, marks = [] } = props;
  const from = Date.parse(props.from ?? '');
  const span = Math.max(1, values.length - 1) * (props.stepSeconds ?? 0) * 1000;
  const partOf = (at: string) => (Date.parse(at) - from) / span;
  const lasts = props.since !== undefined && state !== 'healthy';
  const { before, after, end, limitY } = sparkGeometry(values, {
    height,
    limit: props.limit,
    sinceIndex: lasts
      ? Math.round(partOf(props.since!) * (values.length - 1))
      : undefined,
  });
  const colour = COLOURS[state];
  return (
    <svg
      className={styles.spark}
      height={height}
      {...(label
        ? { role: 'img', 'aria-label': label }
        : { 'aria-hidden': true })}
    >
      {limitY !== undefined && (
        <line
          x1="0"
          x2="100%"
          y1={limitY}
          y2={limitY}
          className={styles.limit}
        />
      )}
      {marks
        .filter(({ at }) => partOf(at) >= 0 && partOf(at) <= 1)
        .map(({ at, title }) => (
          <Mark
            key={at}
            x={percent(partOf(at))}
            height={height}
            title={title}
          />
        ))}
      <svg
        viewBox={`0 0 ${SPARK_WIDTH} ${height}`}
        width="100%"
        height={height}
        preserveAspectRatio="none"
        overflow="visible"
      >
        <path d={before} className={styles.line} />
        {after && (
          <path d={after} className={styles.now} style={{ stroke: colour }} />
        )}
      </svg>
      {end && (
        <circle
          cx={percent(end.x / SPARK_WIDTH)}
          cy={end.y}
          r="2.5"
          style={{ fill: after ? colour : COLOURS.healthy }}
        />
      )}
    </svg>
  );
}
