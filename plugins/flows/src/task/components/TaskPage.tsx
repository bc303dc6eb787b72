import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useEffect, useMemo, useState } from 'react';
import { useParams } from 'react-router-dom';
import { printLog, readTask, type TaskView } from '../model';
import { useNow } from '../stream/useNow';
import { useTaskLedger } from '../stream/useTaskLedger';
import { useTaskStream } from '../stream/useTaskStream';
import { useUsualDurations } from '../stream/useUsualDurations';
import { downloadText } from './downloadText';
import { LedgerTable } from './LedgerTable';
import { LinkRow } from './LinkRow';
import { LogPanel } from './LogPanel';
import { NoTask } from './NoTask';
import { Outcome } from './Outcome';
import { StepList } from './StepList';
import styles from './task.module.css';
import { Crumbs, TaskHeader } from './TaskHeader';
import { useTaskActions } from './useTaskActions';

/** What the log shows: the step that runs, one that was chosen, or all of them. */
type LogChoice = 'follow' | 'all' | { stepId: string };

function isOver(view: TaskView | undefined): boolean {
  return ['completed', 'failed', 'cancelled'].includes(view?.state ?? '');
}

/** Whether times of a clean-up are on the page that go on. */
function isCleaning(view: TaskView | undefined): boolean {
  const state = view?.cleanup?.state;
  const made = view?.ledger.some(row => row.fate === 'own') ?? false;
  if (view?.state === 'completed') return false;
  return state ? ['pending', 'running'].includes(state) : made;
}

function shownStep(choice: LogChoice, view: TaskView): string | undefined {
  if (choice === 'all') return undefined;
  if (choice !== 'follow') return choice.stepId;
  return view.state === 'completed' ? undefined : view.currentStep?.id;
}

/** The page of one task of the scaffolder; live until the task is over. */
export const TaskPage = () => {
  const { taskId = '' } = useParams<{ taskId: string }>();
  const stream = useTaskStream(taskId);
  const { task, events, connection } = stream;
  const ended = events.findLast(event => event.type === 'completion');
  const {
    ledger,
    error: ledgerError,
    readAgain,
  } = useTaskLedger({
    taskId,
    over: Boolean(ended),
    completed: task?.status === 'completed',
  });
  const view = useMemo(
    () => (task ? readTask(task, events, ledger) : undefined),
    [task, events, ledger],
  );
  const over = isOver(view);
  const now = useNow(!over || isCleaning(view));
  const usual = useUsualDurations(task, Boolean(view) && !over);
  const [choice, setChoice] = useState<LogChoice>('follow');
  const actions = useTaskActions({
    taskId,
    task,
    onRetried: () => {
      setChoice('follow');
      stream.restart();
    },
    onCleanup: readAgain,
  });

  const appTitle = useApi(configApiRef).getOptionalString('app.title');
  const title = view?.title;
  useEffect(() => {
    const before = document.title;
    if (title) document.title = [title, appTitle].filter(Boolean).join(' · ');
    return () => {
      document.title = before;
    };
  }, [title, appTitle]);

  if (!task || !view) {
    return (
      <div className={styles.page}>
        <Crumbs taskId={taskId} />
        <NoTask
          taskId={taskId}
          error={stream.error}
          connection={connection}
          now={now}
          onTryNow={stream.tryNow}
        />
      </div>
    );
  }

  const stepId = shownStep(choice, view);
  const download = () => downloadText(`task-${view.id}.log`, printLog(events));
  return (
    <div className={styles.page}>
      <TaskHeader
        task={task}
        view={view}
        usual={usual}
        now={now}
        connection={connection}
        lastSeenAt={stream.lastSeenAt}
        actions={actions}
        onTryNow={stream.tryNow}
        onDownload={download}
      />
      <LinkRow links={view.links} />
      <div className={styles.grid}>
        <Outcome view={view} now={now} actions={actions} />
        <StepList
          view={view}
          usual={usual}
          now={now}
          selected={stepId}
          onSelect={id => setChoice({ stepId: id })}
        />
        <LogPanel
          key={stepId ?? 'all'}
          view={view}
          events={events}
          stepId={stepId}
          stale={connection.state === 'reconnecting'}
          onShowAll={() => setChoice('all')}
          onFollow={() => setChoice('follow')}
        />
        <LedgerTable view={view} now={now} error={ledgerError} />
      </div>
    </div>
  );
};
