import type {
  LogEvent,
  ScaffolderTask,
} from '@backstage/plugin-scaffolder-react';
import { parseFlowLogLine } from '@portico/plugin-flows-common';
import type { Resumption, StepState, StepView } from './TaskView';

const STATES: Partial<Record<string, StepState>> = {
  processing: 'running',
  completed: 'completed',
  failed: 'failed',
  skipped: 'skipped',
  cancelled: 'cancelled',
};

const ENDED = ['completed', 'failed', 'skipped', 'cancelled'];

const PARAMETER = /\$\{\{\s*parameters\.(\w+)\s*\}\}/g;

/** The scaffolder keeps a step's name as the template has it: "Deploy to ${{ parameters.environment }}". */
function fillIn(
  name: string,
  parameters: ScaffolderTask['spec']['parameters'],
): string {
  return name.replace(PARAMETER, (expression, key) => {
    const value = parameters[key];
    return typeof value === 'string' ? value : expression;
  });
}

function applyState(step: StepView, state: StepState, at: number) {
  // After a restart the scaffolder reports steps that were complete once more.
  if (step.state === 'completed' && state === 'completed') return;
  // Being cancelled ends in an error, which is no failure of its own.
  if (step.state === 'cancelled' && state === 'failed') return;
  step.state = state;
  if (state === 'running') {
    step.startedAt = at;
    step.endedAt = undefined;
  } else if (ENDED.includes(state)) {
    step.endedAt = at;
  }
}

function applyLine(step: StepView, message: string) {
  const line = parseFlowLogLine(message);
  if (line.type === 'progress') {
    step.progress = line.entry;
    step.summary = line.entry.message;
  } else if (line.type === 'section') {
    step.section = line.title;
  }
}

/** The steps as they stand after `events`, and how often the task was taken up again. */
export function readSteps(
  task: ScaffolderTask,
  events: LogEvent[],
): { steps: StepView[]; resumptions: Resumption[] } {
  const resumptions: Resumption[] = [];
  const steps = task.spec.steps.map(
    (step, index): StepView => ({
      number: index + 1,
      id: step.id,
      name: fillIn(step.name, task.spec.parameters),
      action: step.action,
      state: 'waiting',
    }),
  );
  const byId = new Map(steps.map(step => [step.id, step]));

  for (const event of events) {
    const at = Date.parse(event.createdAt);
    if (event.type === 'recovered') {
      const open = steps.find(step => step.state !== 'completed');
      resumptions.push({
        at,
        byPerson: steps.some(step =>
          ['failed', 'cancelled'].includes(step.state),
        ),
        fromStep: open?.number ?? steps.length,
      });
      for (const step of steps) {
        if (step.state !== 'completed') step.state = 'waiting';
      }
      continue;
    }
    const step = byId.get(event.body.stepId ?? '');
    if (!step) continue;
    const state = STATES[event.body.status ?? ''];
    if (state) applyState(step, state, at);
    else applyLine(step, event.body.message);
  }
  return { steps, resumptions };
}
