import type { Clock } from '../../../kit';
import type { BareGitRepositories, PushEvent } from '../git';
import { NO_OBJECT } from '../git/objects';
import { diffTrees, EMPTY_TREE } from '../git/history';
import type { GithubState } from '../GithubState';
import type { Job, Workflow, WorkflowRun } from '../model';
import type { Pull } from '../present/pull';
import { advanceRun, isBlocked } from './advanceRun';
import { buildRun, type RunCause } from './buildRun';
import type { ParsedWorkflow } from './parseWorkflow';
import { planJobs } from './planRun';
import { runContexts, runFacts } from './runFacts';
import { isTriggered, type Trigger } from './triggers';
import { WorkflowFiles } from './WorkflowFiles';

/** Starts runs for what happens in repositories and carries them on, one step of simulated time after the other. */
export class WorkflowRunner {
  readonly files: WorkflowFiles;
  readonly #state: GithubState;
  readonly #git: BareGitRepositories;
  readonly #clock: Clock;
  readonly #changed: (run: WorkflowRun, action: string) => void;

  /** @param options.changed hears `requested`, `in_progress` and `completed` of each run */
  constructor(options: {
    state: GithubState;
    git: BareGitRepositories;
    clock: Clock;
    changed: (run: WorkflowRun, action: string) => void;
  }) {
    this.files = new WorkflowFiles(options);
    this.#state = options.state;
    this.#git = options.git;
    this.#clock = options.clock;
    this.#changed = options.changed;
  }

  /** Takes up what a restart interrupted. */
  start(): void {
    for (const run of this.#state.runs.filter(
      one => one.status !== 'completed',
    )) {
      if (!isBlocked(run)) this.#schedule(run.id);
    }
  }

  /** Starts what a push asks for. */
  async onPush(event: PushEvent): Promise<void> {
    const { repository, ref, before, after, pusher } = event;
    if (after === NO_OBJECT || !/^refs\/(heads|tags)\//.test(ref)) return;
    const commit = await this.#git.readCommit(repository, after);
    if (!commit || /\[(skip ci|ci skip)\]/.test(commit.message)) return;
    const from = before === NO_OBJECT ? EMPTY_TREE : before;
    await this.#trigger(
      repository,
      {
        event: 'push',
        ref,
        paths: () => this.#changedPaths(repository, from, commit.sha),
      },
      {
        title: commit.message.split('\n')[0],
        event: 'push',
        branch: ref.replace(/^refs\/(heads|tags)\//, ''),
        sha: commit.sha,
        actor: pusher,
        inputs: {},
      },
    );
  }

  /** Starts what a pull request asks for. */
  async onPullRequest(issue: Pull, action: string): Promise<void> {
    const { baseRef, baseSha, headRef, headSha } = issue.pull;
    await this.#trigger(
      issue.repository,
      {
        event: 'pull_request',
        ref: `refs/heads/${baseRef}`,
        action,
        paths: () => this.#changedPaths(issue.repository, baseSha, headSha),
      },
      {
        title: issue.title,
        event: 'pull_request',
        branch: headRef,
        sha: headSha,
        actor: issue.user,
        pull: issue.number,
        inputs: {},
      },
    );
  }

  /** Makes a run of a workflow and starts it. */
  run(
    workflow: Workflow,
    parsed: ParsedWorkflow,
    cause: RunCause,
  ): WorkflowRun {
    return this.#begin(buildRun(this.#state, workflow, parsed, cause));
  }

  /** Runs a completed run once more: all of it, its jobs that did not succeed, or one job. */
  async rerun(
    run: WorkflowRun,
    options: { failedOnly: boolean; job?: number },
  ): Promise<WorkflowRun> {
    const parsed = await this.files.parsed(run, run.sha);
    const base = { ...run, attempt: run.attempt + 1, approvals: [] };
    const planned = parsed
      ? planJobs(parsed, {
          contexts: runContexts(this.#state, base),
          createdAt: this.#state.now(),
          nextId: () => this.#state.nextId(),
        })
      : [];
    const keeps = (old: Job | undefined): old is Job => {
      if (!old) return false;
      if (options.job) return old.id !== options.job;
      return options.failedOnly && old.conclusion === 'success';
    };
    const jobs = planned.map((job, index) => {
      const old = run.jobs[index];
      return keeps(old) ? old : job;
    });
    return this.#begin({
      ...base,
      jobs,
      status: 'queued',
      conclusion: null,
      updatedAt: this.#state.now(),
    });
  }

  /** Ends a run that is under way. */
  cancel(run: WorkflowRun): void {
    const now = this.#state.now();
    const end = {
      status: 'completed',
      conclusion: 'cancelled',
      completedAt: now,
    } as const;
    const jobs = run.jobs.map(job =>
      job.status === 'completed'
        ? job
        : {
            ...job,
            ...end,
            annotations: [...job.annotations, 'The run was canceled.'],
            steps: job.steps.map(step =>
              step.status === 'completed' ? step : { ...step, ...end },
            ),
          },
    );
    this.#finish({
      ...run,
      jobs,
      status: 'completed',
      conclusion: 'cancelled',
      updatedAt: now,
    });
  }

  /** Lets a run into environments that it waits for, or refuses it. */
  review(run: WorkflowRun, reviews: WorkflowRun['approvals']): void {
    this.#state.runs.put(String(run.id), {
      ...run,
      approvals: [...run.approvals, ...reviews],
      status: 'in_progress',
    });
    if (isBlocked(run)) this.#schedule(run.id);
  }

  /** The runs that a push would have started, long over: what a seeded repository has behind it. */
  async history(
    event: PushEvent,
    prepare: (run: WorkflowRun) => void,
  ): Promise<void> {
    const commit = await this.#git.readCommit(event.repository, event.after);
    if (!commit) return;
    const trigger: Trigger = {
      event: 'push',
      ref: event.ref,
      paths: async () => [''],
    };
    for (const { workflow, parsed } of await this.files.at(
      event.repository,
      event.after,
    )) {
      if (!parsed || !(await isTriggered(parsed, trigger))) continue;
      const run = buildRun(this.#state, workflow, parsed, {
        event: 'push',
        branch: event.ref.slice('refs/heads/'.length),
        sha: event.after,
        actor: event.pusher,
        title: commit.message.split('\n')[0],
        inputs: {},
      });
      prepare(run);
      const times = pastTimes(run);
      while (run.status !== 'completed' && !isBlocked(run)) {
        const now = times.next().value;
        advanceRun(run, {
          ...runFacts(this.#state, run),
          has: () => true,
          now,
        });
      }
      this.#state.runs.put(String(run.id), run);
    }
  }

  async #trigger(
    repository: string,
    trigger: Trigger,
    cause: RunCause,
  ): Promise<void> {
    for (const { workflow, parsed, invalid } of await this.files.at(
      repository,
      cause.sha,
    )) {
      if (workflow.state !== 'active') continue;
      if (invalid && trigger.event === 'push') {
        const run = buildRun(this.#state, workflow, undefined, {
          ...cause,
          title: workflow.path,
        });
        this.#finish({
          ...run,
          status: 'completed',
          conclusion: 'failure',
          invalid: `Invalid workflow file: ${invalid}`,
        });
      } else if (parsed && (await isTriggered(parsed, trigger))) {
        this.run(workflow, parsed, cause);
      }
    }
  }

  async #changedPaths(
    repository: string,
    from: string,
    to: string,
  ): Promise<string[]> {
    const files = await diffTrees(this.#git, repository, from, to);
    return files.map(file => file.path);
  }

  #begin(run: WorkflowRun): WorkflowRun {
    this.#state.runs.put(String(run.id), run);
    this.#changed(run, 'requested');
    this.#schedule(run.id);
    return run;
  }

  #schedule(id: number): void {
    this.#clock.after(1000, () => this.#tick(id));
  }

  #tick(id: number): void {
    const old = this.#state.runs.get(String(id));
    // Gone with its repository, or canceled.
    if (!old || old.status === 'completed') return;
    const run = structuredClone(old);
    advanceRun(run, runFacts(this.#state, run));
    if (run.status === 'completed') {
      this.#finish(run);
      return;
    }
    this.#state.runs.put(String(id), run);
    if (old.status === 'queued') this.#changed(run, 'in_progress');
    if (!isBlocked(run)) this.#schedule(id);
  }

  #finish(run: WorkflowRun): void {
    this.#state.runs.put(String(run.id), run);
    this.#changed(run, 'completed');
  }
}

/** The moments at which a run of the past moved on: it began days ago, and each move took some seconds. */
function* pastTimes(run: WorkflowRun): Generator<string, string> {
  let at = Date.parse(run.createdAt) - (1 + (run.id % 21)) * 86_400_000;
  const text = () => `${new Date(at).toISOString().slice(0, 19)}Z`;
  run.createdAt = text();
  for (const job of run.jobs) job.createdAt = text();
  for (let move = 0; ; move += 1) {
    at += (3 + ((run.id + 5 * move) % 9)) * 1000;
    yield text();
  }
}
