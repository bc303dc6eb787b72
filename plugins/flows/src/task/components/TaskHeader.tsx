import type { ScaffolderTask } from '@backstage/plugin-scaffolder-react';
import { Badge, Button, Icon, VisuallyHidden } from '@portico/ui';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { describeState, type TaskView } from '../model';
import type { Connection } from '../stream/TaskStream';
import type { UsualDurations } from '../stream/usualDurations';
import { ConfirmCancel } from './ConfirmCancel';
import { Freshness } from './Freshness';
import { Lede } from './Lede';
import styles from './task.module.css';
import { TaskMenu } from './TaskMenu';
import type { TaskActions } from './useTaskActions';

/** The path to the task: Create / Tasks / #id. */
export const Crumbs = (props: { taskId: string }) => (
  <nav className={styles.crumbs} aria-label="Breadcrumb">
    <Link to="../.." relative="path">
      Create
    </Link>
    <span aria-hidden="true">/</span>
    <Link to=".." relative="path">
      Tasks
    </Link>
    <span aria-hidden="true">/</span>
    <span title={props.taskId} aria-current="page">
      #{props.taskId.slice(0, 8)}
    </span>
  </nav>
);

/** Title, state, freshness, actions, and who runs what for whom. */
export const TaskHeader = (props: {
  task: ScaffolderTask;
  view: TaskView;
  usual: UsualDurations;
  now: number;
  connection: Connection;
  lastSeenAt: number | undefined;
  actions: TaskActions;
  onTryNow(): void;
  onDownload(): void;
}) => {
  const { task, view, usual, now, actions } = props;
  const [confirming, setConfirming] = useState(false);
  const words = describeState(view, now, usual);
  const running = view.state === 'running' || view.state === 'waiting';
  const over = !running && view.state !== 'cancelling';
  return (
    <header>
      <Crumbs taskId={task.id} />
      <div className={styles.head}>
        <h1>{view.title}</h1>
        <Badge state={words.shape} detail={words.rest}>
          {words.main}
        </Badge>
        <VisuallyHidden live>{words.main}</VisuallyHidden>
        <div className={styles.actions}>
          <Freshness
            connection={props.connection}
            lastSeenAt={props.lastSeenAt}
            now={now}
            onTryNow={props.onTryNow}
          />
          {actions.startOver ? (
            <Button onClick={actions.startOver}>
              <Icon name="retry" />
              Start over…
            </Button>
          ) : null}
          {running && actions.cancel ? (
            <Button
              look="danger"
              disabled={actions.busy}
              onClick={() => setConfirming(true)}
            >
              Cancel and clean up…
            </Button>
          ) : null}
          <TaskMenu
            actions={actions}
            over={over}
            cleaned={view.ledger.some(row => row.fate === 'own')}
            onDownload={props.onDownload}
          />
        </div>
      </div>
      <Lede task={task} />
      <ConfirmCancel
        view={view}
        open={confirming && running}
        onClose={() => setConfirming(false)}
        onConfirm={() => {
          setConfirming(false);
          void actions.cancel?.();
        }}
      />
    </header>
  );
};
