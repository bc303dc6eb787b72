import { formatDuration, type StateName } from '@portico/ui';
import type { StepView, TaskView } from './TaskView';

/** What the badge beside the title says. */
export interface StateWords {
  /** Its shape and colour. */
  shape: StateName;
  /** The answer, e.g. "Step 4 of 6". */
  main: string;
  /** What goes with it, e.g. "41 s, about 20 s left". */
  rest: string;
}

/** Seconds that the task still needs, if all steps that are left have a usual duration. */
export function secondsLeft(
  steps: StepView[],
  usual: Record<string, number>,
  now: number,
): number | undefined {
  let left = 0;
  for (const step of steps) {
    if (step.state !== 'waiting' && step.state !== 'running') continue;
    const seconds = usual[step.id];
    if (seconds === undefined) return undefined;
    const passed =
      step.state === 'running' && step.startedAt
        ? (now - step.startedAt) / 1000
        : 0;
    left += Math.max(seconds - passed, 0);
  }
  return left;
}

function leftWords(seconds: number | undefined): string {
  if (seconds === undefined) return '';
  if (seconds < 1) return ', longer than usual';
  const rounded =
    seconds < 10 ? Math.ceil(seconds) : Math.round(seconds / 5) * 5;
  return `, about ${formatDuration(rounded)} left`;
}

/** The state of a task in words that could be read aloud. */
export function describeState(
  view: TaskView,
  now: number,
  usual: Record<string, number>,
): StateWords {
  const { state, steps, currentStep, startedAt, endedAt } = view;
  const took = startedAt
    ? formatDuration(((endedAt ?? Math.max(now, startedAt)) - startedAt) / 1000)
    : '';
  const place = currentStep
    ? `step ${currentStep.number}: ${currentStep.name}`
    : '';
  switch (state) {
    case 'waiting':
      return { shape: 'pending', main: 'Waits for its turn', rest: '' };
    case 'running':
      return {
        shape: 'running',
        main: currentStep
          ? `Step ${currentStep.number} of ${steps.length}`
          : 'Starting',
        rest: `${took}${leftWords(secondsLeft(steps, usual, now))}`,
      };
    case 'cancelling':
      return { shape: 'running', main: 'Cancelling', rest: place };
    case 'completed':
      return {
        shape: 'healthy',
        main: 'Completed',
        rest: took && `in ${took}`,
      };
    case 'cancelled':
      return {
        shape: 'skipped',
        main: 'Cancelled',
        rest: place && `at ${place}`,
      };
    default:
      return {
        shape: 'failing',
        main: place ? `Failed at ${place}` : 'Failed',
        rest: took && `after ${took}`,
      };
  }
}
