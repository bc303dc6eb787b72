import { toastApiRef, useApi } from '@backstage/frontend-plugin-api';
import type { LogEvent } from '@backstage/plugin-scaffolder-react';
import { Fragment, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { formatTime, printLog, type LogLine, type TaskView } from '../model';
import { downloadText } from './downloadText';
import { Icon } from './Icon';
import styles from './task.module.css';

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
          <span className={styles.hiddenWords}>
            {line.level === 'warn' ? 'Warning: ' : 'Error: '}
          </span>
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
    <section
      className={`${styles.section} ${styles.twoThirds}`}
      data-stale={stale ? '' : undefined}
      aria-labelledby="task-log"
    >
      <header>
        <h2 id="task-log">Log</h2>
        <p className={styles.quiet}>
          {step ? `step ${step.number}, ${step.name}` : 'all steps'}
        </p>
        <div className={styles.meta}>
          {step ? (
            <button
              type="button"
              className={styles.textButton}
              onClick={onShowAll}
            >
              All steps
            </button>
          ) : (
            <button
              type="button"
              className={styles.textButton}
              onClick={onFollow}
            >
              Current step
            </button>
          )}
          <button type="button" className={styles.textButton} onClick={copy}>
            <Icon name="copy" size={14} />
            Copy
          </button>
          <button
            type="button"
            className={styles.textButton}
            onClick={() => downloadText(`task-${view.id}.log`, text())}
          >
            Download
          </button>
        </div>
      </header>
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
          <p className={styles.quiet}>
            {step?.state === 'waiting'
              ? 'This step waits for the steps before it.'
              : 'Nothing is written here yet.'}
          </p>
        ) : null}
      </div>
      {following ? null : (
        <div className={styles.jump}>
          <button
            type="button"
            className={styles.textButton}
            onClick={() => setFollowing(true)}
          >
            To the newest line
          </button>
        </div>
      )}
    </section>
  );
};
