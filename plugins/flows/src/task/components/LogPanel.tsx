import { toastApiRef, useApi } from '@backstage/frontend-plugin-api';
import { Button, Icon, Section, VisuallyHidden } from '@portico/ui';
import type { LogEvent } from '@backstage/plugin-scaffolder-react';
import { Fragment, useLayoutEffect, useMemo, useRef, useState } from 'react';
import {
  formatTime,
  printLog,
  type LogLine,
  type StepView,
  type TaskView,
} from '../model';
import { downloadText } from './downloadText';
import styles from './log.module.css';
import page from './task.module.css';

/** What stands in place of lines. */
function nothing(view: TaskView, step?: StepView): string {
  if (step?.state === 'waiting') {
    return 'This step waits for the steps before it.';
  }
  const over = ['completed', 'failed', 'skipped', 'cancelled'];
  return over.includes(step?.state ?? view.state)
    ? 'Nothing was written.'
    : 'Nothing is written here yet.';
}

/** Whoever is this near to the end reads along, in pixels. */
const NEAR_END = 24;

const URL_PATTERN = /(https?:\/\/[^\s"'<>)]*[^\s"'<>).,;:])/;

/** Text whose addresses can be followed. */
const Linked = (props: { text: string }) => (
  <>
    {props.text.split(URL_PATTERN).map((part, index) =>
      index % 2 ? (
        <a key={part} href={part} target="_blank" rel="noreferrer">
          {part}
        </a>
      ) : (
        part
      ),
    )}
  </>
);

const Line = (props: { line: LogLine }) => {
  const { line } = props;
  if (line.kind === 'section') {
    return <p className={styles.logHead}>{line.text}</p>;
  }
  return (
    <div className={styles.line} data-kind={line.kind} data-level={line.level}>
      {line.kind === 'text' ? (
        <time dateTime={new Date(line.at).toISOString()}>
          {formatTime(line.at)}
        </time>
      ) : (
        <span />
      )}
      <span>
        {line.level === 'warn' || line.level === 'error' ? (
          <VisuallyHidden>
            {line.level === 'warn' ? 'Warning: ' : 'Error: '}
          </VisuallyHidden>
        ) : null}
        <Linked text={line.text} />
      </span>
    </div>
  );
};

/** The log of one step or of all; stays at the end as long as the reader does. */
export const LogPanel = (props: {
  view: TaskView;
  events: LogEvent[];
  /** The step to show; all steps if not given. */
  stepId: string | undefined;
  /** Whether the page has no connection just now. */
  stale: boolean;
  onShowAll(): void;
  onFollow(): void;
}) => {
  const { view, events, stepId, stale, onShowAll, onFollow } = props;
  const toastApi = useApi(toastApiRef);
  const box = useRef<HTMLDivElement>(null);
  const [following, setFollowing] = useState(true);
  const step = view.steps.find(candidate => candidate.id === stepId);
  const lines = useMemo(
    () => (stepId ? view.log.filter(line => line.stepId === stepId) : view.log),
    [view.log, stepId],
  );

  useLayoutEffect(() => {
    const element = box.current;
    if (element && following) element.scrollTop = element.scrollHeight;
  }, [lines, following]);

  const text = () =>
    printLog(
      stepId ? events.filter(event => event.body.stepId === stepId) : events,
    );
  const copy = async () => {
    await navigator.clipboard.writeText(text());
    toastApi.post({ title: 'Log copied', status: 'success', timeout: 2000 });
  };

  return (
    <Section
      title="Log"
      qualifier={step ? `step ${step.number}, ${step.name}` : 'all steps'}
      meta={
        <>
          {step ? (
            <Button look="text" onClick={onShowAll}>
              All steps
            </Button>
          ) : (
            <Button look="text" onClick={onFollow}>
              Current step
            </Button>
          )}
          <Button look="text" onClick={copy}>
            <Icon name="copy" size={14} />
            Copy
          </Button>
          <Button
            look="text"
            onClick={() => downloadText(`task-${view.id}.log`, text())}
          >
            Download
          </Button>
        </>
      }
      tone={stale ? 'stale' : 'fine'}
      className={page.twoThirds}
    >
      <div
        ref={box}
        className={styles.log}
        role="log"
        aria-label={step ? `Log of step ${step.number}` : 'Log of all steps'}
        // A scrolled box takes focus, so that the keyboard can scroll it.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        onScroll={({ currentTarget: at }) =>
          setFollowing(
            at.scrollHeight - at.scrollTop - at.clientHeight < NEAR_END,
          )
        }
      >
        {lines.map((line, index) => {
          const previous = lines[index - 1];
          const entered = !step && line.stepId !== previous?.stepId;
          const owner = view.steps.find(({ id }) => id === line.stepId);
          return (
            <Fragment key={line.key}>
              {entered && owner ? (
                <p className={styles.logHead}>
                  {owner.number}. {owner.name}
                </p>
              ) : null}
              <Line line={line} />
            </Fragment>
          );
        })}
        {lines.length === 0 ? (
          <p className={page.quiet}>{nothing(view, step)}</p>
        ) : null}
      </div>
      {following ? null : (
        <div className={styles.jump}>
          <Button look="text" onClick={() => setFollowing(true)}>
            To the newest line
          </Button>
        </div>
      )}
    </Section>
  );
};
