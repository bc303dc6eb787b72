import type { LoggerService } from '@backstage/backend-plugin-api';
import { CustomErrorBase, NotFoundError } from '@backstage/errors';
import type { RestEndpointMethodTypes } from '@octokit/rest';
import { flowLog } from '@portico/plugin-flows-common';
import { setTimeout as pause } from 'node:timers/promises';
import type { RepoClient } from '../client/createRepoClient';
import { findRun, titleOf, type WorkflowRun } from './findRun';

type Job =
  RestEndpointMethodTypes['actions']['listJobsForWorkflowRun']['response']['data']['jobs'][number];

/** A workflow run failed or took too long; the message names the job and the step. */
export class WorkflowRunError extends CustomErrorBase {
  name = 'WorkflowRunError' as const;
}

/** How patient a wait is; tests shorten it. */
export interface Patience {
  /** Pause between two looks. */
  pollMs: number;
  /** How long GitHub may take to start a run after a push. */
  appearMs: number;
}

export const PATIENCE: Patience = { pollMs: 3_000, appearMs: 60_000 };

const GOOD = ['success', 'neutral', 'skipped'];

export interface RunWait {
  client: RepoClient;
  commit: string;
  /** File name or `name:` of the workflow; the first run of the commit if absent. */
  workflow?: string;
  timeoutMs: number;
  patience: Patience;
  logger: LoggerService;
  signal?: AbortSignal;
}

/**
 * Waits for the run of a commit to end well, and logs each change of its jobs and steps once.
 *
 * @throws NotFoundError where GitHub starts none, WorkflowRunError where it fails or takes too long
 */
export async function waitForRun(options: RunWait): Promise<WorkflowRun> {
  const { client, timeoutMs, patience, logger, signal } = options;
  const { octokit, owner, repo } = client;
  const deadline = Date.now() + timeoutMs;
  let run = await waitForStart(options);
  const title = titleOf(run);
  logger.info(`${title} of ${options.commit.slice(0, 7)}: ${run.html_url}`);
  const say = createSpeaker(logger);
  for (;;) {
    const isOver = run.status === 'completed';
    if (!isOver) say(title, `${title}: ${words(run.status ?? 'queued')}`);
    const { data } = await octokit.rest.actions.listJobsForWorkflowRun({
      owner,
      repo,
      run_id: run.id,
      per_page: 100,
    });
    reportJobs(data.jobs, say);
    if (isOver) {
      say(title, `${title}: ${words(run.conclusion ?? 'unknown')}`);
      if (GOOD.includes(run.conclusion ?? '')) return run;
      throw new WorkflowRunError(
        `${title} of ${client.slug} ended as ${words(
          run.conclusion ?? 'unknown',
        )}: ${explain(data.jobs)}. ${run.html_url}`,
      );
    }
    if (Date.now() > deadline) {
      throw new WorkflowRunError(
        `${title} of ${client.slug} is still ${words(
          run.status ?? 'queued',
        )} after ${timeoutMs / 60_000} minutes: ${explain(data.jobs)}. ${
          run.html_url
        }`,
      );
    }
    await sleep(patience.pollMs, signal);
    const answer = await octokit.rest.actions.getWorkflowRun({
      owner,
      repo,
      run_id: run.id,
    });
    run = answer.data;
  }
}

async function waitForStart(options: RunWait): Promise<WorkflowRun> {
  const { client, commit, workflow, patience, signal } = options;
  const deadline = Date.now() + patience.appearMs;
  for (;;) {
    const run = await findRun(client, commit, workflow);
    if (run) return run;
    if (Date.now() > deadline) {
      throw new NotFoundError(
        `GitHub started no run${
          workflow ? ` of ${workflow}` : ''
        } for commit ${commit.slice(0, 7)} of ${client.slug} within ${
          patience.appearMs / 1000
        } s. Check that the workflow runs on a push to this branch and that Actions are enabled.`,
      );
    }
    await sleep(patience.pollMs, signal);
  }
}

type Say = (topic: string, line: string) => void;

/** Says a line only if it is another than the last on its topic. */
function createSpeaker(logger: LoggerService): Say {
  const said = new Map<string, string>();
  return (topic, line) => {
    if (said.get(topic) === line) return;
    said.set(topic, line);
    logger.info(line);
  };
}

function reportJobs(jobs: Job[], say: Say): void {
  for (const job of jobs) {
    for (const step of job.steps ?? []) {
      if (step.conclusion && step.conclusion !== 'skipped') {
        say(
          `step ${job.id} ${step.number}`,
          `  ${job.name} › ${step.name}: ${words(step.conclusion)}`,
        );
      }
    }
    const state = job.conclusion ?? job.status;
    if (state !== 'queued') {
      say(`job ${job.id}`, `Job ${job.name}: ${words(state)}`);
    }
  }
  const steps = jobs.flatMap(job => job.steps ?? []);
  if (steps.length === 0) return;
  const current = jobs.flatMap(job =>
    (job.steps ?? [])
      .filter(step => step.status === 'in_progress')
      .map(step => `${job.name} › ${step.name}`),
  )[0];
  const done = steps.filter(step => step.status === 'completed').length;
  const idle = done === 0 ? 'waits for a runner' : 'between steps';
  const message = current ?? (done === steps.length ? 'all steps done' : idle);
  say('progress', flowLog.progress({ done, total: steps.length, message }));
}

/** Which job and step it is about, e.g. `job 'test', step 'npm test' (failure)`. */
function explain(jobs: Job[]): string {
  const bad = jobs.filter(job => !GOOD.includes(job.conclusion ?? ''));
  const parts = bad.map(job => {
    const steps = job.steps ?? [];
    const step =
      steps.find(
        ({ conclusion }) => conclusion && !GOOD.includes(conclusion),
      ) ?? steps.find(({ status }) => status === 'in_progress');
    return `job '${job.name}'${step ? `, step '${step.name}'` : ''} (${words(
      step?.conclusion ?? job.conclusion ?? job.status,
    )})`;
  });
  return parts.join('; ') || 'GitHub names no job';
}

function words(state: string): string {
  return state.replaceAll('_', ' ');
}

async function sleep(milliseconds: number, signal?: AbortSignal) {
  await pause(milliseconds, undefined, { signal }).catch(error => {
    signal?.throwIfAborted();
    throw error;
  });
}
