import {
  cleanupRunPermission,
  type Approval,
  type TaskLedger,
} from '@portico/plugin-approvals-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  Button,
  errorName,
  ErrorState,
  errorWords,
  Icon,
  Section,
  TextLink,
  useAction,
  Waiting,
} from '@portico/ui';
import { useCallback } from 'react';
import { approvalsApiRef } from '../api/approvalsApiRef';
import { useTaskLedger } from '../hooks/useTaskLedger';
import { formatMoment } from '../model/moments';
import { useLinks } from '../parts/links';
import styles from './TaskLedger.module.css';
import { TaskLedgerTable } from './TaskLedgerTable';

const plural = (count: number) => (count === 1 ? 'time' : 'times');

function CleanUp(props: {
  taskId: string;
  cleanup: NonNullable<TaskLedger['cleanup']>;
  now: Date;
  onDone(): void;
}) {
  const { taskId, cleanup, now, onDone } = props;
  const api = useApi(approvalsApiRef);
  const { allowed } = usePermission({ permission: cleanupRunPermission });
  const run = useCallback(async () => {
    await api.cleanUp(taskId);
    onDone();
  }, [api, taskId, onDone]);
  const { busy, failure, start } = useAction(run);
  const last = cleanup.finishedAt ?? cleanup.startedAt;
  return (
    <div className={styles.cleanUp}>
      {allowed && (
        <Button disabled={busy} onClick={() => start()}>
          <Icon name="retry" size={14} />
          Run clean-up again
        </Button>
      )}
      <span>
        tried {cleanup.attempts} {plural(cleanup.attempts)}, last{' '}
        {formatMoment(new Date(last), now)}
      </span>
      {failure && <span role="alert">{failure}</span>}
    </div>
  );
}

/** What the task that waits has done so far: made, found and kept, removed, could not be removed. */
export function TaskLedgerSection(props: { approval: Approval; now: Date }) {
  const { approval, now } = props;
  const { value, error, reload } = useTaskLedger(approval.id);
  const task = useLinks().task(approval.taskId);
  const short = `#${approval.taskId.slice(0, 8)}`;
  return (
    <Section
      title={`What task ${short} has done`}
      tone={error && value ? 'stale' : 'fine'}
      meta={task && <TextLink to={task}>Task</TextLink>}
    >
      {!value && !error && <Waiting rows={4} what="the scaffolder" />}
      {error && <Failed error={error} retry={reload} />}
      {value && <TaskLedgerTable rows={value.rows} now={now} />}
      {value?.cleanup?.state === 'incomplete' && (
        <CleanUp
          taskId={approval.taskId}
          cleanup={value.cleanup}
          now={now}
          onDone={reload}
        />
      )}
    </Section>
  );
}

function Failed(props: { error: Error; retry(): void }) {
  const { error, retry } = props;
  return errorName(error) === 'NotFoundError' ? (
    <ErrorState
      inline
      what="Nobody knows what it has done:"
      why="the task is no longer kept."
    />
  ) : (
    <ErrorState
      inline
      what="Unknown: the scaffolder has not answered."
      why={errorWords(error)}
      retry={retry}
    />
  );
}
