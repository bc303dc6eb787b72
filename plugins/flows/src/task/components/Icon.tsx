import type { ReactNode } from 'react';
import styles from './task.module.css';

const line = (children: ReactNode) => (
  <g
    fill="none"
    stroke="currentColor"
    strokeWidth="1.5"
    strokeLinecap="round"
    strokeLinejoin="round"
  >
    {children}
  </g>
);

const cut = (path: string) => (
  <path
    d={path}
    fill="none"
    stroke="var(--bg)"
    strokeWidth="1.7"
    strokeLinecap="round"
    strokeLinejoin="round"
  />
);

const ring = (props: { opacity?: number; dash?: string }) => (
  <circle
    cx="8"
    cy="8"
    r="6.2"
    fill="none"
    stroke="currentColor"
    strokeOpacity={props.opacity}
    strokeDasharray={props.dash}
    strokeWidth="1.5"
  />
);

/** The shapes of the states (each with its own outline, so that colour is not needed) and a few signs. */
const SHAPES = {
  ok: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      {cut('M4.9 8.3l2.1 2.1 4.1-4.5')}
    </>
  ),
  bad: (
    <>
      <rect x="1" y="1" width="14" height="14" rx="2" fill="currentColor" />
      {cut('M5.2 5.2l5.6 5.6M10.8 5.2l-5.6 5.6')}
    </>
  ),
  run: (
    <>
      {ring({ opacity: 0.28 })}
      <path
        d="M8 1.8a6.2 6.2 0 0 1 6.2 6.2"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
        strokeLinecap="round"
      />
    </>
  ),
  wait: ring({}),
  skip: (
    <>
      {ring({})}
      {line(<path d="M5.4 8h5.2" />)}
    </>
  ),
  plus: line(<path d="M8 2.8v10.4M2.8 8h10.4" />),
  minus: line(<path d="M3 8h10" />),
  change: line(<path d="M2.8 9.2c1.4-2.6 3.4-2.6 5.2-1.2s3.8 1.4 5.2-1.2" />),
  lock: line(<path d="M3.5 7h9v6.5h-9zM5.5 7V5a2.5 2.5 0 0 1 5 0v2" />),
  retry: line(<path d="M13.5 8A5.5 5.5 0 1 1 11.6 3.8M13.5 2v3h-3" />),
  copy: line(<path d="M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3" />),
  clock: line(
    <>
      <circle cx="8" cy="8" r="6.2" />
      <path d="M8 4.6V8l2.3 1.5" />
    </>,
  ),
  dots: (
    <g fill="currentColor">
      <circle cx="3" cy="8" r="1.3" />
      <circle cx="8" cy="8" r="1.3" />
      <circle cx="13" cy="8" r="1.3" />
    </g>
  ),
};

const TONES: Partial<Record<keyof typeof SHAPES, string>> = {
  ok: styles.toneOk,
  bad: styles.toneBad,
  run: `${styles.toneRun} ${styles.turning}`,
  wait: styles.toneUnk,
  skip: styles.toneUnk,
};

/** Names of the icons. */
export type IconName = keyof typeof SHAPES;

/** A decorative icon; the words beside it say what it means. */
export const Icon = (props: { name: IconName; size?: number }) => (
  <svg
    width={props.size ?? 16}
    height={props.size ?? 16}
    viewBox="0 0 16 16"
    className={TONES[props.name]}
    aria-hidden="true"
  >
    {SHAPES[props.name]}
  </svg>
);
