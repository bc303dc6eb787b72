import { Button, FreshnessLine } from '@portico/ui';
import { formatMoment } from '../model';
import type { Connection } from '../stream/TaskStream';

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
      <FreshnessLine kind="stale" title={connection.reason}>
        <span>
          Connection lost; {seen ? `showing ${seen}, ` : ''}
          {seconds ? `next try in ${seconds} s` : 'trying now'}
        </span>
        <Button look="text" onClick={onTryNow}>
          Try now
        </Button>
      </FreshnessLine>
    );
  }
  if (connection.state === 'live') {
    return (
      <FreshnessLine kind="live">
        <span>
          Live · {formatMoment(Math.max(now, lastSeenAt ?? 0), now)} UTC
        </span>
      </FreshnessLine>
    );
  }
  return null;
};
