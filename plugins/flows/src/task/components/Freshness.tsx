import { formatMoment } from '../model';
import type { Connection } from '../stream/TaskStream';
import { Icon } from './Icon';
import styles from './task.module.css';

/** Whether the page is current, and as of when. */
export const Freshness = (props: {
  connection: Connection;
  lastSeenAt: number | undefined;
  now: number;
  onTryNow(): void;
}) => {
  const { connection, lastSeenAt, now, onTryNow } = props;
  const seen = lastSeenAt ? `${formatMoment(lastSeenAt, now)} UTC` : '';
  if (connection.state === 'reconnecting') {
    const seconds = Math.max(Math.ceil((connection.nextTryAt - now) / 1000), 0);
    return (
      <span className={styles.fresh} role="status" title={connection.reason}>
        <Icon name="clock" size={14} />
        <span>
          Connection lost; {seen ? `showing ${seen}, ` : ''}
          {seconds ? `next try in ${seconds} s` : 'trying now'}
        </span>
        <button type="button" className={styles.textButton} onClick={onTryNow}>
          Try now
        </button>
      </span>
    );
  }
  if (connection.state === 'live') {
    return (
      <span className={styles.fresh}>
        <i />
        Live · {formatMoment(Math.max(now, lastSeenAt ?? 0), now)} UTC
      </span>
    );
  }
  return null;
};
