import { ReactNode } from 'react';
import { ShapeFrame } from './icons';
import styles from './StateLabel.module.css';

/** The states of the design; each has its shape, its word and its colour. */
export type State =
  | 'healthy'
  | 'degraded'
  | 'failing'
  | 'unknown'
  | 'running'
  | 'waiting'
  | 'skipped';

const words: Record<State, string> = {
  healthy: 'Healthy',
  degraded: 'Degraded',
  failing: 'Failing',
  unknown: 'Unknown',
  running: 'Running',
  waiting: 'Waiting',
  skipped: 'Skipped',
};

const mark = {
  fill: 'none',
  stroke: 'var(--portico-bg)',
  strokeWidth: 1.7,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;

const ring = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.4,
  strokeLinecap: 'round',
} as const;

const shapes: Record<State, ReactNode> = {
  healthy: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="M4.9 8.3l2.1 2.1 4.1-4.5" {...mark} />
    </>
  ),
  degraded: (
    <>
      <path d="M8 1.2 15.4 14.4H.6Z" fill="currentColor" />
      <path d="M8 5.8v4M8 12.1v.1" {...mark} />
    </>
  ),
  failing: (
    <>
      <rect x="1" y="1" width="14" height="14" rx="2" fill="currentColor" />
      <path d="M5.2 5.2l5.6 5.6M10.8 5.2l-5.6 5.6" {...mark} />
    </>
  ),
  unknown: (
    <>
      <circle cx="8" cy="8" r="6.3" {...ring} strokeDasharray="2.6 1.7" />
      <path
        d="M6.4 6.4a1.6 1.6 0 1 1 2.3 1.5c-.5.3-.7.6-.7 1.1M8 11.2v.1"
        {...ring}
      />
    </>
  ),
  running: (
    <g className={styles.turning}>
      <circle cx="8" cy="8" r="6.2" {...ring} strokeOpacity={0.28} />
      <path d="M8 1.8a6.2 6.2 0 0 1 6.2 6.2" {...ring} strokeWidth={1.8} />
    </g>
  ),
  waiting: (
    <>
      <circle cx="8" cy="8" r="6.2" {...ring} />
      <path d="M6.5 6v4M9.5 6v4" {...ring} />
    </>
  ),
  skipped: (
    <>
      <circle cx="8" cy="8" r="6.2" {...ring} />
      <path d="M5.4 8h5.2" {...ring} />
    </>
  ),
};

/** The shape of a state alone, for places where its word stands nearby. */
export function StateShape(props: { state: State; size?: number }) {
  return (
    <span className={`${styles.shape} ${styles[props.state]}`}>
      <ShapeFrame size={props.size ?? 14}>{shapes[props.state]}</ShapeFrame>
    </span>
  );
}

/** Shape, word and colour of a state; `children` replaces the usual word. */
export function StateLabel(props: { state: State; children?: ReactNode }) {
  return (
    <span className={`${styles.label} ${styles[props.state]}`}>
      <StateShape state={props.state} />
      {props.children ?? words[props.state]}
    </span>
  );
}
