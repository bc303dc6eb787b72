import {
  formatDuration,
  Icon,
  Section,
  StateShape,
  VisuallyHidden,
  type StateName,
} from '@portico/ui';
import {
  formatMoment,
  type StepState,
  type StepView,
  type TaskView,
} from '../model';
import type { UsualDurations } from '../stream/usualDurations';
import styles from './steps.module.css';
import page from './task.module.css';

const SHAPE: Record<StepState, StateName> = {
  waiting: 'pending',
  running: 'running',
  completed: 'healthy',
  failed: 'failing',
  skipped: 'skipped',
  cancelled: 'skipped',
};

const WORDS: Record<StepState, string> = {
  waiting: 'waits',
  running: 'running',
  completed: 'completed',
  failed: 'failed',
  skipped: 'skipped',
  cancelled: 'cancelled',
};

function timeOf(step: StepView, now: number): string {
  if (step.state === 'waiting' || step.state === 'skipped' || !step.startedAt) {
    return WORDS[step.state];
  }
  const took = formatDuration(((step.endedAt ?? now) - step.startedAt) / 1000);
  return step.state === 'failed' || step.state === 'cancelled'
    ? `${WORDS[step.state]}, ${took}`
    : took;
}

function detailOf(step: StepView, usual: UsualDurations): string | undefined {
  if (step.state === 'waiting') {
    const seconds = usual[step.id];
    return seconds === undefined
      ? undefined
      : `usually ${formatDuration(Math.round(seconds))}`;
  }
  if (step.state === 'skipped') return undefined;
  if (step.state === 'running') {
    return step.progress ? step.section : step.section ?? step.summary;
  }
  return step.summary;
}

const StepRow = (props: {
  step: StepView;
  usual: UsualDurations;
  now: number;
  selected: boolean;
  onSelect(): void;
}) => {
  const { step, usual, now, selected, onSelect } = props;
  const detail = detailOf(step, usual);
  const { progress } = step;
  const running = step.state === 'running';
  return (
    <li
      data-state={step.state}
      data-now={running ? '' : undefined}
      aria-current={running ? 'step' : undefined}
    >
      <button
        type="button"
        className={styles.step}
        aria-pressed={selected}
        onClick={onSelect}
        title="Show the log of this step"
      >
        <StateShape state={SHAPE[step.state]} size={16} />
        <span className={styles.stepBody}>
          <span className={styles.stepName}>{step.name}</span>
          <span className={styles.stepSub}>
            <code>{step.action}</code>
            {detail ? ` · ${detail}` : ''}
          </span>
          {running && progress && progress.total > 0 ? (
            <>
              <span
                className={styles.meter}
                role="progressbar"
                aria-label={step.name}
                aria-valuemin={0}
                aria-valuemax={progress.total}
                aria-valuenow={progress.done}
              >
                <span
                  style={{
                    width: `${Math.min(
                      100,
                      (progress.done / progress.total) * 100,
                    )}%`,
                  }}
                />
              </span>
              <span className={styles.stepSub}>
                {progress.done} of {progress.total}; {progress.message}
              </span>
            </>
          ) : null}
        </span>
        <span className={styles.stepTime}>
          {timeOf(step, now)}
          {running || step.state === 'completed' ? (
            <VisuallyHidden> {WORDS[step.state]}</VisuallyHidden>
          ) : null}
        </span>
      </button>
    </li>
  );
};

function resumptionSentence(view: TaskView, now: number): string | undefined {
  const last = view.resumptions.at(-1);
  if (!last) return undefined;
  const cause = last.byPerson
    ? `Tried again at ${formatMoment(last.at, now)}.`
    : `The server restarted at ${formatMoment(last.at, now)}.`;
  if (last.fromStep === 1) return `${cause} The task went on from step 1.`;
  const before =
    last.fromStep === 2 ? 'step 1 was' : `steps 1 to ${last.fromStep - 1} were`;
  return `${cause} The task went on from step ${last.fromStep}; ${before} not run again.`;
}

/** The steps of the task with state, duration and one line each; a step chooses its log. */
export const StepList = (props: {
  view: TaskView;
  usual: UsualDurations;
  now: number;
  selected: string | undefined;
  onSelect(stepId: string): void;
}) => {
  const { view, usual, now, selected, onSelect } = props;
  const resumed = resumptionSentence(view, now);
  return (
    <Section
      title="Steps"
      meta={
        view.startedAt ? `started ${formatMoment(view.startedAt, now)}` : null
      }
      className={page.third}
    >
      <ol className={styles.steps}>
        {view.steps.map(step => (
          <StepRow
            key={step.id}
            step={step}
            usual={usual}
            now={now}
            selected={step.id === selected}
            onSelect={() => onSelect(step.id)}
          />
        ))}
      </ol>
      {resumed ? (
        <p className={styles.note}>
          <Icon name="retry" />
          <span>{resumed}</span>
        </p>
      ) : null}
    </Section>
  );
};
