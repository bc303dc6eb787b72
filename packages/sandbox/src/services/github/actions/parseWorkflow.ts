import { parseDocument } from 'yaml';

/** Raised for a file that GitHub would call an invalid workflow file; the message says where and why. */
export class InvalidWorkflowError extends Error {
  name = 'InvalidWorkflowError';
}

type Values = Record<string, unknown>;

export interface ParsedStep {
  name?: string;
  uses?: string;
  run?: string;
  if?: string;
  'continue-on-error'?: boolean;
  with?: Values;
  env?: Values;
}

export interface ParsedJob {
  name?: string;
  needs: string[];
  if?: string;
  environment?: string;
  runsOn: string[];
  uses?: string;
  env: Values;
  matrix: Values[];
  steps: ParsedStep[];
}

export interface ParsedWorkflow {
  name?: string;
  runName?: string;
  /** Filters by event. */
  on: Record<string, Values>;
  env: Values;
  jobs: Map<string, ParsedJob>;
}

/**
 * Reads a workflow file.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax
 *
 * @throws InvalidWorkflowError
 */
export function parseWorkflow(source: string): ParsedWorkflow {
  const document = parseDocument(source);
  const [error] = document.errors;
  if (error) {
    throw new InvalidWorkflowError(
      `You have an error in your yaml syntax on line ${
        error.linePos?.[0].line ?? 1
      }: ${error.message.split('\n')[0]}`,
    );
  }
  const root: unknown = document.toJS();
  if (!isValues(root))
    throw new InvalidWorkflowError('The workflow must be a mapping');
  if (root.on === undefined)
    throw new InvalidWorkflowError(
      '(Line: 1, Col: 1): Required property is missing: on',
    );
  if (!isValues(root.jobs) || !Object.keys(root.jobs).length) {
    throw new InvalidWorkflowError(
      '(Line: 1, Col: 1): Required property is missing: jobs',
    );
  }
  const jobs = new Map(
    Object.entries(root.jobs).map(([key, value]) => [key, jobOf(key, value)]),
  );
  for (const [key, { needs }] of jobs) {
    const unknown = needs.find(need => !jobs.has(need));
    if (unknown)
      throw new InvalidWorkflowError(
        `Job '${key}' depends on unknown job '${unknown}'.`,
      );
  }
  assertNoCycle(jobs);
  return {
    name: typeof root.name === 'string' ? root.name : undefined,
    runName:
      typeof root['run-name'] === 'string' ? root['run-name'] : undefined,
    on: eventsOf(root.on),
    env: isValues(root.env) ? root.env : {},
    jobs,
  };
}

function isValues(value: unknown): value is Values {
  return Boolean(value) && typeof value === 'object' && !Array.isArray(value);
}

function list(value: unknown): string[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.map(String) : [String(value)];
}

function eventsOf(on: unknown): Record<string, Values> {
  if (isValues(on)) {
    return Object.fromEntries(
      Object.entries(on).map(([event, filter]) => [
        event,
        isValues(filter) ? filter : {},
      ]),
    );
  }
  return Object.fromEntries(list(on).map(event => [event, {}]));
}

function jobOf(key: string, value: unknown): ParsedJob {
  if (!isValues(value))
    throw new InvalidWorkflowError(`Job '${key}' must be a mapping`);
  const uses = typeof value.uses === 'string' ? value.uses : undefined;
  if (!uses && value['runs-on'] === undefined) {
    throw new InvalidWorkflowError(
      `Job '${key}': Required property is missing: runs-on`,
    );
  }
  if (!uses && !(Array.isArray(value.steps) && value.steps.length)) {
    throw new InvalidWorkflowError(
      `Job '${key}': Required property is missing: steps`,
    );
  }
  const steps = (Array.isArray(value.steps) ? value.steps : []) as unknown[];
  steps.forEach((step, index) => {
    if (
      !isValues(step) ||
      (step.uses === undefined) === (step.run === undefined)
    ) {
      throw new InvalidWorkflowError(
        `Job '${key}', step ${
          index + 1
        }: Every step must define either a \`uses\` or a \`run\` key.`,
      );
    }
  });
  const environment = isValues(value.environment)
    ? value.environment.name
    : value.environment;
  const strategy = isValues(value.strategy) ? value.strategy.matrix : undefined;
  const condition = value.if;
  return {
    name: typeof value.name === 'string' ? value.name : undefined,
    needs: list(value.needs),
    if: condition === undefined ? undefined : String(condition),
    environment: environment === undefined ? undefined : String(environment),
    runsOn: list(
      isValues(value['runs-on']) ? value['runs-on'].labels : value['runs-on'],
    ),
    uses,
    env: isValues(value.env) ? value.env : {},
    matrix: isValues(strategy) ? combinations(strategy) : [{}],
    steps: steps as ParsedStep[],
  };
}

function combinations(matrix: Values): Values[] {
  const { include, exclude, ...axes } = matrix;
  let all: Values[] = [{}];
  for (const [axis, values] of Object.entries(axes)) {
    const choices = Array.isArray(values) ? values : [values];
    all = all.flatMap(one =>
      choices.map(choice => ({ ...one, [axis]: choice })),
    );
  }
  const matches = (one: Values, pattern: Values) =>
    Object.entries(pattern).every(
      ([key, value]) => String(one[key]) === String(value),
    );
  const excluded = (Array.isArray(exclude) ? exclude : []) as Values[];
  all = all.filter(one => !excluded.some(pattern => matches(one, pattern)));
  const included = (Array.isArray(include) ? include : []) as Values[];
  if (!Object.keys(axes).length && included.length) return included;
  return [
    ...all,
    ...included.filter(extra => Object.keys(axes).some(axis => axis in extra)),
  ];
}

function assertNoCycle(jobs: Map<string, ParsedJob>): void {
  const done = new Set<string>();
  let before = -1;
  while (done.size !== before) {
    before = done.size;
    for (const [key, { needs }] of jobs)
      if (needs.every(need => done.has(need))) done.add(key);
  }
  if (done.size < jobs.size) {
    throw new InvalidWorkflowError(
      'The workflow must contain at least one job with no dependencies, and no circle.',
    );
  }
}
