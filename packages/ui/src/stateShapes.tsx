import type { ReactNode } from 'react';
import styles from './State.module.css';

/** The states of the design, and for steps `pending` (not begun) and `skipped` (did not run). */
export type StateName =
  | 'healthy'
  | 'degraded'
  | 'failing'
  | 'unknown'
  | 'stale'
  | 'running'
  | 'waiting'
  | 'silenced'
  | 'pending'
  | 'skipped';

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
  strokeLinejoin: 'round',
} as const;

const circle = <circle cx="8" cy="8" r="6.2" {...ring} />;

/** Each state's own outline on a grid of 16, so that colour is not needed to tell them apart. */
export const stateShapes: Record<StateName, ReactNode> = {
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
  stale: (
    <>
      {circle}
      <path d="M8 4.6V8l2.3 1.5" {...ring} />
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
      {circle}
      <path d="M6.5 6v4M9.5 6v4" {...ring} />
    </>
  ),
  silenced: (
    <>
      <path d="M3.3 11.8h9.4L11.5 10V7a3.5 3.5 0 0 0-7 0v3Z" {...ring} />
      <path d="M6.8 13.8h2.4M2.2 2.2l11.6 11.6" {...ring} />
    </>
  ),
  pending: circle,
  skipped: (
    <>
      {circle}
      <path d="M5.4 8h5.2" {...ring} />
    </>
  ),
};
