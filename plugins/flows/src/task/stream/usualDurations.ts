import type {
  LogEvent,
  ScaffolderApi,
  ScaffolderTask,
} from '@backstage/plugin-scaffolder-react';
import { readTask } from '../model';

/** How long the steps of a template usually take, in seconds, by step id. */
export type UsualDurations = Record<string, number>;

type Api = Pick<ScaffolderApi, 'listTasks' | 'streamLogs'>;

const RUNS = 3;
const LOOK_BACK = 30;
const TIMEOUT_MS = 5_000;

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)];
}

function collect(api: Api, taskId: string): Promise<LogEvent[]> {
  return new Promise((resolve, reject) => {
    const events: LogEvent[] = [];
    const stop = new AbortController();
    const timer = setTimeout(() => {
      stop.abort();
      reject(new Error(`The log of task ${taskId} took over 5 s`));
    }, TIMEOUT_MS);
    const subscription = api.streamLogs({ taskId }).subscribe({
      next: event => events.push(event),
      error: error => {
        clearTimeout(timer);
        reject(error);
      },
      complete: () => {
        clearTimeout(timer);
        resolve(events);
      },
    });
    stop.signal.addEventListener('abort', () => subscription.unsubscribe());
  });
}

/**
 * The median of up to three earlier complete runs of the same template that the viewer may read.
 * Empty if there are none. Steps that were skipped have no usual duration.
 */
export async function usualDurations(
  api: Api,
  task: ScaffolderTask,
): Promise<UsualDurations> {
  const template = task.spec.templateInfo?.entityRef;
  if (!template) return {};
  const { tasks } = await api.listTasks({
    filterByOwnership: 'all',
    limit: LOOK_BACK,
  });
  const earlier = tasks
    .filter(
      other =>
        other.id !== task.id &&
        other.status === 'completed' &&
        other.spec.templateInfo?.entityRef === template,
    )
    .slice(0, RUNS);
  const runs = await Promise.all(
    earlier.map(async run => readTask(run, await collect(api, run.id))),
  );
  const byStep = new Map<string, number[]>();
  for (const { steps } of runs) {
    for (const step of steps) {
      if (step.state !== 'completed' || !step.startedAt || !step.endedAt) {
        continue;
      }
      const seconds = (step.endedAt - step.startedAt) / 1000;
      byStep.set(step.id, [...(byStep.get(step.id) ?? []), seconds]);
    }
  }
  return Object.fromEntries(
    [...byStep].map(([id, values]) => [id, median(values)]),
  );
}
