import type { Environment, Job, Step, WorkflowRun } from '../model';
import { evaluate, type Contexts } from './expressions';

/** What a run finds in its repository. */
export interface Facts {
  /** Tells whether `secrets.X` or `vars.X` is there for a job. */
  has(reference: string, environment: string | undefined): boolean;
  environment(name: string): Environment | undefined;
  contexts: Contexts;
  /** ISO 8601. */
  now: string;
}

/** Ticks (simulated seconds) that the steps of a run take in all, along its longest chain of jobs. */
const STEP_TICKS = 6;

/** One simulated second of a run: each job makes its next move. Changes the run in place. */
export function advanceRun(run: WorkflowRun, facts: Facts): void {
  if (run.status === 'queued') run.startedAt = facts.now;
  const perJob = Math.max(1, Math.floor(STEP_TICKS / depth(run.jobs)));
  for (const job of run.jobs) {
    if (job.status === 'queued' || job.status === 'waiting')
      begin(run, job, facts);
    else if (job.status === 'in_progress') proceed(run, job, facts, perJob);
  }
  const open = run.jobs.filter(job => job.status !== 'completed');
  run.updatedAt = facts.now;
  if (!open.length) {
    run.status = 'completed';
    run.conclusion = conclusionOf(run.jobs);
  } else if (
    open.some(job => job.status === 'waiting') &&
    !open.some(job => job.status === 'in_progress')
  ) {
    run.status = 'waiting';
  } else {
    run.status = 'in_progress';
  }
}

/** A run whose jobs only wait for an approval need not be looked at again before there is one. */
export function isBlocked(run: WorkflowRun): boolean {
  return run.status === 'waiting';
}

function conclusionOf(jobs: Job[]): WorkflowRun['conclusion'] {
  const conclusions = jobs.map(job => job.conclusion);
  if (conclusions.includes('failure')) return 'failure';
  if (conclusions.includes('cancelled')) return 'cancelled';
  return conclusions.every(conclusion => conclusion === 'skipped')
    ? 'skipped'
    : 'success';
}

function depth(jobs: Job[]): number {
  const of = (key: string): number => {
    const needs = jobs.find(job => job.key === key)?.needs ?? [];
    return 1 + Math.max(0, ...needs.map(of));
  };
  return Math.max(1, ...jobs.map(job => of(job.key)));
}

function begin(run: WorkflowRun, job: Job, facts: Facts): void {
  const needed = run.jobs.filter(other => job.needs.includes(other.key));
  if (needed.some(other => other.status !== 'completed')) return;
  const failed = needed.some(other => other.conclusion !== 'success');
  const scope = { ...facts.contexts, matrix: job.matrix };
  const wanted = isWanted(job.condition, scope, failed);
  if (wanted !== true) {
    finish(job, facts, wanted === false ? 'skipped' : 'failure');
    if (wanted !== false) job.annotations.push(wanted);
    return;
  }
  if (job.environment && !mayEnter(run, job, facts)) return;
  job.status = 'in_progress';
  job.startedAt = facts.now;
}

/** Whether a job may use its environment now; fails it if it never may. */
function mayEnter(run: WorkflowRun, job: Job, facts: Facts): boolean {
  const name = job.environment!;
  const environment = facts.environment(name);
  const refuse = (why: string) => {
    job.annotations.push(why);
    finish(job, facts, 'failure');
    return false;
  };
  if (!environment) {
    return refuse(
      `Environment '${name}' does not exist in ${run.repository}: create it before a workflow deploys to it.`,
    );
  }
  const { branchPolicy, branchPolicies, reviewers } = environment;
  if (branchPolicy?.custom_branch_policies) {
    const allowed = branchPolicies.some(policy =>
      new RegExp(
        `^${policy.name
          .replace(/[.+^${}()|\\]/g, '\\$&')
          .replace(/\*/g, '[^/]*')}$`,
      ).test(run.branch),
    );
    if (!allowed) {
      return refuse(
        `Branch "${run.branch}" is not allowed to deploy to ${name} due to environment protection rules.`,
      );
    }
  }
  if (!reviewers.length) return true;
  const approval = run.approvals.find(one => one.environment === name);
  if (approval?.state === 'rejected') {
    return refuse(
      `Deployment to ${name} was rejected by ${approval.user}: ${
        approval.comment || 'no comment'
      }`,
    );
  }
  if (approval) return true;
  job.status = 'waiting';
  return false;
}

function proceed(
  run: WorkflowRun,
  job: Job,
  facts: Facts,
  ticks: number,
): void {
  const count = Math.ceil(job.steps.length / ticks);
  const open = job.steps
    .filter(step => step.status !== 'completed')
    .slice(0, count);
  for (const step of open) {
    const failed = job.steps.some(
      one => one.conclusion === 'failure' && !one.continueOnError,
    );
    perform(run, job, step, facts, failed);
  }
  if (job.steps.every(step => step.status === 'completed')) {
    const failed = job.steps.some(
      one => one.conclusion === 'failure' && !one.continueOnError,
    );
    finish(job, facts, failed ? 'failure' : 'success');
  } else {
    const next = job.steps.find(step => step.status === 'queued');
    if (next) {
      next.status = 'in_progress';
      next.startedAt = facts.now;
    }
  }
}

function perform(
  run: WorkflowRun,
  job: Job,
  step: Step,
  facts: Facts,
  failed: boolean,
): void {
  step.status = 'completed';
  step.completedAt = facts.now;
  const scope = {
    ...facts.contexts,
    matrix: job.matrix,
    job: { status: failed ? 'failure' : 'success' },
  };
  const wanted = isWanted(step.condition, scope, failed);
  if (wanted === false) {
    step.conclusion = 'skipped';
    return;
  }
  step.startedAt ??= facts.now;
  const missing = step.references.filter(
    reference => !facts.has(reference, job.environment),
  );
  let error = wanted === true ? undefined : wanted;
  if (missing.length)
    error = missing.map(reference => missingText(run, reference)).join(' ');
  else if (/^(exit 1|false)$/.test(step.action.trim()))
    error = 'Process completed with exit code 1.';
  step.conclusion = error ? 'failure' : 'success';
  const lines = [
    `##[group]${step.name}`,
    ...step.action.split('\n'),
    '##[endgroup]',
    'Simulated: the sandbox does not execute this step.',
    ...(error ? [`##[error]${error}`] : []),
  ];
  step.log = lines.map(line => `${facts.now.slice(0, 19)}.0000000Z ${line}`);
  if (error && !step.continueOnError) job.annotations.push(error);
}

function missingText(run: WorkflowRun, reference: string): string {
  const [kind, name] = reference.split('.');
  return `${
    kind === 'secrets' ? 'Secret' : 'Variable'
  } ${name} is used here but does not exist in ${
    run.repository
  }, its environment or the organization.`;
}

/** True or false as the condition says, or why it can't be evaluated. */
function isWanted(
  condition: string | undefined,
  scope: Contexts,
  failed: boolean,
): boolean | string {
  const outcome = { failed, cancelled: false };
  if (condition === undefined) return !failed;
  const source = condition.trim().replace(/^\$\{\{(.*)\}\}$/s, '$1');
  try {
    const value = Boolean(evaluate(source, scope, outcome));
    return /\b(always|failure|success|cancelled)\(\)/.test(source)
      ? value
      : value && !failed;
  } catch (error) {
    return `The condition '${source}' is not valid: ${
      (error as Error).message
    }`;
  }
}

function finish(job: Job, facts: Facts, conclusion: Job['conclusion']): void {
  job.status = 'completed';
  job.conclusion = conclusion;
  job.startedAt ??= facts.now;
  job.completedAt = facts.now;
  for (const step of job.steps.filter(one => one.status !== 'completed')) {
    step.status = 'completed';
    step.conclusion = 'skipped';
  }
}
