import type { Job, Step } from '../model';
import { interpolate, referencesOf, type Contexts } from './expressions';
import type { ParsedJob, ParsedStep, ParsedWorkflow } from './parseWorkflow';

/** The jobs and steps that a run of a workflow has, all queued. */
export function planJobs(
  workflow: ParsedWorkflow,
  options: { contexts: Contexts; createdAt: string; nextId: () => number },
): Job[] {
  const { contexts, createdAt, nextId } = options;
  return [...workflow.jobs].flatMap(([key, job]) =>
    job.matrix.map(matrix => {
      const scope = { ...contexts, matrix };
      return {
        id: nextId(),
        key,
        name: jobName(key, job, matrix, scope),
        needs: job.needs,
        condition: job.if,
        environment: job.environment && interpolate(job.environment, scope),
        runsOn: job.runsOn.map(label => interpolate(label, scope)),
        matrix,
        status: 'queued' as const,
        conclusion: null,
        createdAt,
        startedAt: null,
        completedAt: null,
        steps: stepsOf(
          job,
          scope,
          referencesOf(JSON.stringify([workflow.env, job.env])),
        ),
        annotations: [],
      };
    }),
  );
}

function jobName(
  key: string,
  job: ParsedJob,
  matrix: Contexts,
  scope: Contexts,
): string {
  const name = interpolate(job.name ?? key, scope);
  const values = Object.values(matrix).filter(
    value => typeof value !== 'object',
  );
  const isShown = !values.length || job.name?.includes('matrix.');
  return isShown ? name : `${name} (${values.join(', ')})`;
}

function stepsOf(
  job: ParsedJob,
  scope: Contexts,
  references: string[],
): Step[] {
  const own: ParsedStep[] = job.uses
    ? [{ name: `Call ${job.uses}`, uses: job.uses }]
    : job.steps;
  const steps = [
    step('Set up job', 'Prepare the runner', references),
    ...own.map(parsed => ({
      ...step(stepName(parsed, scope), actionOf(parsed, scope), [
        ...referencesOf(JSON.stringify({ ...parsed, if: undefined })),
        ...referencesOf(parsed.if ?? '', true),
      ]),
      condition: parsed.if === undefined ? undefined : String(parsed.if),
      continueOnError: parsed['continue-on-error'] === true,
    })),
    { ...step('Complete job', 'Clean up', []), condition: 'always()' },
  ];
  return steps.map((one, index) => ({ ...one, number: index + 1 }));
}

function step(name: string, action: string, references: string[]): Step {
  return {
    name,
    number: 0,
    status: 'queued',
    conclusion: null,
    startedAt: null,
    completedAt: null,
    action,
    references,
    log: [],
  };
}

function stepName(parsed: ParsedStep, scope: Contexts): string {
  if (parsed.name) return interpolate(parsed.name, scope);
  return `Run ${
    parsed.uses ?? interpolate(parsed.run ?? '', scope).split('\n')[0]
  }`;
}

function actionOf(parsed: ParsedStep, scope: Contexts): string {
  return parsed.uses ?? interpolate(parsed.run ?? '', scope);
}
