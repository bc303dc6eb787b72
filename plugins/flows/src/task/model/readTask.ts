import type {
  LogEvent,
  ScaffolderTask,
} from '@backstage/plugin-scaffolder-react';
import type { TaskLedger } from '@portico/plugin-flows-common';
import { readLedger } from './readLedger';
import { readLinks } from './readLinks';
import { readLog } from './readLog';
import { readSteps } from './readSteps';
import type { OutputText, StepView, TaskState, TaskView } from './TaskView';

/** The completion event carries more than the client's type says. */
interface CompletionBody {
  message: string;
  output?: { text?: { title?: string; content?: string }[] };
  error?: { name?: string; message?: string };
}

function titleOf(task: ScaffolderTask): string {
  const { templateInfo, parameters } = task.spec;
  const metadata = templateInfo?.entity?.metadata;
  const template =
    metadata?.title ??
    metadata?.name ??
    templateInfo?.entityRef?.replace(/^.*\//, '') ??
    'Task';
  const subject = [
    parameters?.name,
    parameters?.component_id,
    parameters?.repoName,
  ].find(value => typeof value === 'string' && value);
  return subject ? `${template} ${subject}` : template;
}

function stateOf(
  task: ScaffolderTask,
  events: LogEvent[],
  completion: CompletionBody | undefined,
): TaskState {
  const cancelled = events.some(event => event.type === 'cancelled');
  if (completion) {
    // One that was done before it could be stopped ended well, and keeps what it made.
    const isGood = !completion.error && /completed$/.test(completion.message);
    if (isGood) return 'completed';
    return cancelled ? 'cancelled' : 'failed';
  }
  if (cancelled) return 'cancelling';
  if (events.some(event => event.type === 'log')) return 'running';
  return task.status === 'processing' ? 'running' : 'waiting';
}

function currentOf(steps: StepView[]): StepView | undefined {
  return (
    steps.find(step => step.state === 'running') ??
    steps.find(step => step.state === 'failed' || step.state === 'cancelled') ??
    steps.filter(step => step.state === 'completed').at(-1)
  );
}

function textsOf(completion: CompletionBody | undefined): OutputText[] {
  return (completion?.output?.text ?? []).flatMap(({ title, content }) =>
    content ? [{ title, content }] : [],
  );
}

/** Tells a task from its specification, its events and its ledger so far; knows nothing of the clock. */
export function readTask(
  task: ScaffolderTask,
  events: LogEvent[],
  stored: TaskLedger = { rows: [] },
): TaskView {
  const lastRecovery = events.map(e => e.type).lastIndexOf('recovered');
  const sinceRecovery = events.slice(lastRecovery + 1);
  const completionEvent = sinceRecovery.find(e => e.type === 'completion');
  const completion = completionEvent?.body as CompletionBody | undefined;
  const state = stateOf(task, sinceRecovery, completion);
  const { steps, resumptions } = readSteps(task, events);
  const over = Boolean(completion);
  for (const step of steps) {
    if (over && step.state === 'running') {
      step.state = state === 'cancelled' ? 'cancelled' : 'failed';
      step.endedAt = Date.parse(completionEvent?.createdAt ?? '');
    }
  }
  const ledger = readLedger(stored.rows, steps);
  const log = readLog(events, steps, resumptions);
  const first = events.find(event => event.type === 'log');
  return {
    id: task.id,
    title: titleOf(task),
    state,
    steps,
    currentStep: currentOf(steps),
    startedAt: first ? Date.parse(first.createdAt) : undefined,
    endedAt: completionEvent
      ? Date.parse(completionEvent.createdAt)
      : undefined,
    log,
    ledger,
    cleanup: over ? stored.cleanup : undefined,
    links: readLinks({
      task,
      output: completion?.output,
      steps,
      ledger,
      log,
      state,
    }),
    texts: textsOf(completion),
    resumptions,
    failure:
      state === 'failed'
        ? { reason: completion?.error?.message ?? completion?.message ?? '' }
        : undefined,
  };
}
