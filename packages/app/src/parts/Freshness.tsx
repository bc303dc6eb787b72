import styles from './Freshness.module.css';

/** `14:02:31` in the viewer's zone. */
export function formatClock(date: Date): string {
  return date.toLocaleTimeString('en-GB', { hour12: false });
}

/** The zone of the viewer in short, e.g. `UTC` or `CET`. */
export function formatZone(date: Date): string {
  const part = new Intl.DateTimeFormat('en-GB', { timeZoneName: 'short' })
    .formatToParts(date)
    .find(p => p.type === 'timeZoneName');
  return part?.value ?? 'UTC';
}

/** When what is shown was read, with seconds and zone; ISO 8601 on hover. */
export function Freshness(props: { at: Date; prefix?: string }) {
  const { at, prefix } = props;
  return (
    <time
      className={styles.freshness}
      dateTime={at.toISOString()}
      title={at.toISOString()}
    >
      {prefix ? `${prefix} ` : ''}
      {formatClock(at)} {formatZone(at)}
    </time>
  );
}
