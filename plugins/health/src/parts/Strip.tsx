import { HEALTH_STATES, type StateCounts } from '@portico/plugin-health-common';
import { formatCount } from './names';
import { countWords, totalOf } from './rollupWords';
import styles from './Strip.module.css';

/** Up to so many things have a cell each; more of them share the width. */
const CELLS = 100;

/** How many are in which state, as a strip: what is worse comes first and stands taller. */
export function Strip(props: { counts: StateCounts; what?: string }) {
  const { counts, what = 'services' } = props;
  const present = HEALTH_STATES.filter(state => counts[state] > 0);
  const total = totalOf(counts);
  const cells =
    total > CELLS
      ? present.map(state => ({ state, grow: counts[state], key: state }))
      : present.flatMap(state =>
          Array.from({ length: counts[state] }, (_, at) => ({
            state,
            grow: 1,
            key: `${state}${at}`,
          })),
        );
  return (
    <div
      className={styles.strip}
      role="img"
      aria-label={`${formatCount(total)} ${what}: ${countWords(counts)}`}
    >
      {cells.map(({ state, grow, key }) => (
        <i key={key} className={styles[state]} style={{ flexGrow: grow }} />
      ))}
    </div>
  );
}
