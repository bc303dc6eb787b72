import type {
  HealthDay,
  HealthHistory,
  HealthState,
} from '@portico/plugin-health-common';
import { memo } from 'react';
import styles from './UptimeBar.module.css';

const STEP = 2;
const HEIGHT = 16;

/** Share of the height: what is worse stands taller, so that it reads without colour. */
const heights: Record<HealthState, number> = {
  healthy: 0.5,
  degraded: 0.78,
  failing: 1,
  unknown: 0.1,
};

function pathOf(days: HealthDay[], state: HealthState): string {
  const height = (HEIGHT * heights[state]).toFixed(1);
  return days
    .map((day, at) =>
      day.state === state
        ? `M${at * STEP} ${HEIGHT}v-${height}h1.5v${height}`
        : '',
    )
    .join('');
}

/** `3 failing, 1 degraded, 4 unknown`, or that all were healthy. */
function inWords(days: HealthDay[]): string {
  const count = (state: HealthState) =>
    days.filter(day => day.state === state).length;
  const words = (['failing', 'degraded', 'unknown'] as const)
    .filter(state => count(state) > 0)
    .map(state => `${count(state)} ${state}`);
  return words.join(', ') || 'all healthy';
}

/** A bar a day, oldest first: healthy days low and quiet, the worse the taller, unknown ones a baseline. */
export const UptimeBar = memo(function Bar(props: {
  /** Whose: begins the description. */
  name: string;
  history: HealthHistory;
}) {
  const { days } = props.history;
  const label = `${props.name}, ${days.length} days: ${inWords(days)}`;
  return (
    <svg
      className={styles.bar}
      viewBox={`0 0 ${days.length * STEP} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <title>{label}</title>
      {(Object.keys(heights) as HealthState[]).map(state => (
        <path key={state} className={styles[state]} d={pathOf(days, state)} />
      ))}
    </svg>
  );
});
