import type { ReactNode } from 'react';
import styles from './Badge.module.css';
import { StateName } from './stateShapes';
import { StateShape } from './State';

/** Which wash lies under a badge; `accent` is under way or waits for you. */
export type BadgeTone = 'ok' | 'warn' | 'bad' | 'unk' | 'accent';

const tones: Partial<Record<StateName, BadgeTone>> = {
  healthy: 'ok',
  degraded: 'warn',
  failing: 'bad',
  running: 'accent',
};

/** The verdict beside a page's title: shape, word, and in lighter type how long or how far. */
export function Badge(props: {
  state: StateName;
  /** `accent` for what waits for the viewer; otherwise the state's own. */
  tone?: BadgeTone;
  /** After the word: "12 min", "Step 4 of 6". */
  detail?: ReactNode;
  children: ReactNode;
}) {
  const { state, tone = tones[state] ?? 'unk', detail, children } = props;
  return (
    <span className={styles.badge} data-tone={tone}>
      <StateShape state={state} />
      {children}
      {detail && <span className={styles.detail}> {detail}</span>}
    </span>
  );
}
