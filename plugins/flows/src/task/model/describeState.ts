import { formatDuration } from './format';
import type { StepView, TaskView } from './TaskView';

/** How a state looks: the shape and the colour. */
export type Tone = 'run' | 'ok' | 'bad' | 'unk';

/** What the badge beside the title says. */
export interface StateWords {
  tone: Tone;
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
  return `, about ${formatDuration(rounded * 1000)} left`;
}

/** The state of a task in words that could be read aloud. */
export function describeState(
  view: TaskView,
  now: number,
  usual: Record<string, number>,
): StateWords {
  const { state, steps, currentStep, startedAt, endedAt } = view;
  const took = startedAt
    ? formatDuration((endedAt ?? Math.max(now, startedAt)) - startedAt)
    : '';
  const place = currentStep
    ? `step ${currentStep.number}: ${currentStep.name}`
    : '';
  switch (state) {
    case 'waiting':
      return { tone: 'unk', main: 'Waits for its turn', rest: '' };
    case 'running':
      return {
        tone: 'run',
        main: currentStep
          ? `Step ${currentStep.number} of ${steps.length}`
          : 'Starting',
        rest: `${took}${leftWords(secondsLeft(steps, usual, now))}`,
      };
    case 'cancelling':
      return { tone: 'run', main: 'Cancelling', rest: place };
    case 'completed':
      return { tone: 'ok', main: 'Completed', rest: took && `in ${took}` };
    case 'cancelled':
      return { tone: 'unk', main: 'Cancelled', rest: place && `at ${place}` };
    default:
      return {
        tone: 'bad',
        main: place ? `Failed at ${place}` : 'Failed',
        rest: took && `after ${took}`,
      };
  }
}
