import styles from './WeekBars.module.css';

/** Weeks as bars, the newest at the right; a week without a value stays empty. The dashed line is the target. */
export function WeekBars(props: {
  values: (number | null)[];
  target?: number;
  /** Names the chart for readers, who get the values in words. */
  label: string;
  format(value: number): string;
}) {
  const { values, target, label, format } = props;
  const known = values.filter(value => value !== null);
  if (known.length === 0) return null;
  const most = Math.max(...known, target ?? 0) || 1;
  const words = values.map(value => (value === null ? 'none' : format(value)));
  const part = (value: number) => `${(value / most) * 100}%`;
  return (
    <div
      className={styles.bars}
      role="img"
      aria-label={`${label}, ${values.length} weeks: ${words.join(', ')}`}
    >
      {values.map((value, week) => (
        <span
          // Weeks have no name of their own.
          // eslint-disable-next-line react/no-array-index-key
          key={week}
          className={styles.week}
          title={`${weekWords(values.length - 1 - week)}: ${words[week]}`}
        >
          {value !== null && (
            <i
              className={week === values.length - 1 ? styles.now : undefined}
              style={{ height: part(value) }}
            />
          )}
        </span>
      ))}
      {target !== undefined && (
        <span className={styles.target} style={{ bottom: part(target) }} />
      )}
    </div>
  );
}

function weekWords(ago: number): string {
  if (ago === 0) return 'last 7 days';
  return ago === 1 ? 'the week before' : `${ago} weeks before`;
}
