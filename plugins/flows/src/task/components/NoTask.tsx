import { VisuallyHidden } from '@portico/ui';
import { Link } from 'react-router-dom';
import type { Connection } from '../stream/TaskStream';
import { Freshness } from './Freshness';
import log from './log.module.css';
import styles from './task.module.css';

/** Instead of a task that is still being read, or that cannot be read at all. */
export const NoTask = (props: {
  taskId: string;
  error: Error | undefined;
  connection: Connection;
  now: number;
  onTryNow(): void;
}) => {
  const { taskId, error, connection, now, onTryNow } = props;
  if (error) {
    const notAllowed = error.name === 'NotAllowedError';
    return (
      <div className={styles.verdict}>
        <div className={styles.head}>
          <h1>
            {notAllowed
              ? 'You may not see this task'
              : `There is no task #${taskId.slice(0, 8)}`}
          </h1>
        </div>
        <p>
          {notAllowed
            ? 'Tasks are shown to whoever started them and to the platform team; ask either of them.'
            : 'It may have been removed since; finished tasks are not kept for ever.'}{' '}
          <Link to=".." relative="path">
            All tasks
          </Link>
        </p>
        <p className={styles.quiet}>{error.message}</p>
      </div>
    );
  }
  return (
    <>
      <div className={styles.head} aria-busy="true">
        <VisuallyHidden>Loading the task</VisuallyHidden>
        <Freshness
          connection={connection}
          lastSeenAt={undefined}
          now={now}
          onTryNow={onTryNow}
        />
      </div>
      <div className={styles.grid} aria-hidden="true">
        <div className={styles.third}>
          {[1, 2, 3, 4, 5].map(row => (
            <div key={row} className={styles.bar} />
          ))}
        </div>
        <div className={`${log.log} ${styles.twoThirds}`} />
      </div>
    </>
  );
};
