import type { ReactNode } from 'react';
import { classes } from './classes';
import styles from './State.module.css';
import { stateShapes, StateName } from './stateShapes';

const words: Record<StateName, string> = {
  healthy: 'Healthy',
  degraded: 'Degraded',
  failing: 'Failing',
  unknown: 'Unknown',
  stale: 'Stale',
  running: 'Running',
  waiting: 'Waiting',
  silenced: 'Silenced',
  pending: 'Not begun',
  skipped: 'Skipped',
};

/** The shape of a state alone, for places where its word stands nearby. `stale` takes its colour away. */
export function StateShape(props: {
  state: StateName;
  /** In px; 14 unless told. */
  size?: number;
  stale?: boolean;
}) {
  const { state, size = 14, stale } = props;
  return (
    <span className={classes(styles.shape, styles[stale ? 'stale' : state])}>
      <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
        {stateShapes[state]}
      </svg>
    </span>
  );
}

/**
 * Shape, word and colour of a state. `children` replaces the usual word;
 * `stale` keeps the shape, takes the colour and underlines with dashes.
 */
export function State(props: {
  state: StateName;
  stale?: boolean;
  children?: ReactNode;
}) {
  const { state, stale, children = words[state] } = props;
  return (
    <span className={classes(styles.label, styles[stale ? 'stale' : state])}>
      <StateShape state={state} stale={stale} />
      <span className={stale ? styles.old : undefined}>{children}</span>
    </span>
  );
}
