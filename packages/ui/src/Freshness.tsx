import type { ReactNode } from 'react';
import styles from './Freshness.module.css';
import { StateShape } from './State';
import { Time } from './Time';

/** The line that says how current a page is, in any words; `live` puts the green dot before it, `stale` the clock. */
export function FreshnessLine(props: {
  kind?: 'live' | 'stale';
  /** On hover: the reason. */
  title?: string;
  children: ReactNode;
}) {
  const { kind, title, children } = props;
  return (
    <span
      className={styles.freshness}
      role={kind === 'stale' ? 'status' : undefined}
      title={title}
    >
      {kind === 'live' && <i aria-hidden="true" />}
      {kind === 'stale' && <StateShape state="stale" />}
      {children}
    </span>
  );
}

/** When what is shown was read, with seconds and zone; ISO 8601 on hover. */
export function Freshness(props: {
  at: Date;
  /** Before the time: "Live, as of". */
  prefix?: string;
  live?: boolean;
}) {
  const { at, prefix, live } = props;
  return (
    <FreshnessLine kind={live ? 'live' : undefined}>
      <span>
        {prefix ? `${prefix} ` : ''}
        <Time at={at} form="zoned" />
      </span>
    </FreshnessLine>
  );
}
