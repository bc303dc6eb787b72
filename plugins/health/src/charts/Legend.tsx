import { formatQuantity, type HealthUnit } from '@portico/plugin-health-common';
import { formatMinute } from '@portico/ui';
import styles from './Chart.module.css';
import { lastKnown, type Series } from './shownSeries';

/** Which line is which, with its value where the crosshair stands, else the last one. */
export function Legend(props: {
  shown: Series[];
  more: number;
  unit: HealthUnit;
  times: number[];
  /** Where the crosshair stands. */
  index?: number;
}) {
  const { shown, more, unit, times, index } = props;
  const wordsOf = (values: (number | null)[]) => {
    const value = index === undefined ? lastKnown(values) : values[index];
    return value === null || value === undefined
      ? 'unknown'
      : formatQuantity({ value, unit });
  };
  return (
    <ul className={styles.legend}>
      {shown.map(({ name, values }, at) => (
        <li key={name}>
          <i style={{ background: `var(--portico-s${at + 1})` }} />
          {name} <b>{wordsOf(values)}</b>
        </li>
      ))}
      {more > 0 && <li>{more} more in the table</li>}
      {index !== undefined && (
        <li className={styles.moment}>
          at {formatMinute(new Date(times[index]))}
        </li>
      )}
    </ul>
  );
}
