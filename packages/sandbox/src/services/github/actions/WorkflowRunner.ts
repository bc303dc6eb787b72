import type { Clock } from '../../../kit';
import { TOKEN_LOGIN } from '../authentication';
import type { BareGitRepositories, PushEvent } from '../git';
import { NO_OBJECT } from '../git/objects';
import { diffTrees, EMPTY_TREE } from '../git/history';
import { fullName, type GithubState } from '../GithubState';
import type { Repository, Workflow, WorkflowRun } from '../model';
import type { Pull } from '../present/pull';
import { advanceRun, isBlocked } from './advanceRun';
import {
  InvalidWorkflowError,
  parseWorkflow,
  type ParsedWorkflow,
} from './parseWorkflow';
import { planJobs } from './planRun';
import { runContexts, runFacts } from './runFacts';
import { isTriggered, type Trigger } from './triggers';

const FOLDER = '.github/workflows';

type RunOptions = Pick<
  WorkflowRun,
  'event' | 'branch' | 'sha' | 'actor' | 'title' | 'inputs' | 'pull'
>;

/** Starts runs for what happens in repositories and carries them on, one step of simulated time after the other. */
export class WorkflowRunner {
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
    if (event.after === NO_OBJECT || !/^refs\/(heads|tags)\//.test(event.ref))
      return;
    const commit = await this.#git.readCommit(event.repository, event.after);
    if (!commit || /\[(skip ci|ci skip)\]/.test(commit.message)) return;
    const from = event.before === NO_OBJECT ? EMPTY_TREE : event.before;
    await this.#trigger(event.repository, commit.sha, {
      title: commit.message.split('\n')[0],
      trigger: {
        event: 'push',
        ref: event.ref,
        paths: async () =>
          (
            await diffTrees(this.#git, event.repository, from, commit.sha)
          ).map(file => file.path),
      },
      branch: event.ref.replace(/^refs\/(heads|tags)\//, ''),
      actor: event.pusher,
    });
  }

  /** Starts what a pull request asks for. */
  async onPullRequest(issue: Pull, action: string): Promise<void> {
    const { baseRef, baseSha, headRef, headSha } = issue.pull;
    await this.#trigger(issue.repository, headSha, {
      title: issue.title,
      trigger: {
        event: 'pull_request',
        ref: `refs/heads/${baseRef}`,
        action,
        paths: async () =>
          (
            await diffTrees(this.#git, issue.repository, baseSha, headSha)
          ).map(file => file.path),
      },
      branch: headRef,
      actor: issue.user,
      pull: issue.number,
    });
  }

  /** The workflows of the default branch and those that ever ran, in the order of their paths. */
  async workflows(repository: Repository): Promise<Workflow[]> {
    const full = fullName(repository);
    const commit = await this.#git.resolve(full, repository.defaultBranch);
    if (commit) {
      for (const path of await this.#paths(full, commit))
        await this.#workflowAt(full, commit, path);
    }
    return this.#state.workflows
      .filter(workflow => workflow.repository === full)
      .sort((a, b) => a.path.localeCompare(b.path));
  }

  /** The parsed file of a workflow at a commit; `undefined` if it is not there. */
  async parsed(
    workflow: Workflow,
    commit: string,
  ): Promise<ParsedWorkflow | undefined> {
    const file = await this.#git.readFile(
      workflow.repository,
      commit,
      workflow.path,
    );
    return file && parseWorkflow(file.toString('utf8'));
  }

  /** Makes a run by hand. */
  dispatch(
    workflow: Workflow,
    parsed: ParsedWorkflow,
    options: { branch: string; sha: string; inputs: Record<string, unknown> },
  ): WorkflowRun {
    return this.#create(workflow, parsed, {
      ...options,
      event: 'workflow_dispatch',
      title: workflow.name,
      actor: TOKEN_LOGIN,
    });
  }

  /** Runs a completed run once more, or only its jobs that did not succeed. */
  async rerun(
    run: WorkflowRun,
    options: { failedOnly: boolean; job?: number },
  ): Promise<WorkflowRun> {
    const file = await this.#git.readFile(run.repository, run.sha, run.path);
    const base = { ...run, attempt: run.attempt + 1 };
    const planned = planJobs(parseWorkflow(file?.toString('utf8') ?? ''), {
      contexts: runContexts(this.#state, base),
      createdAt: this.#state.now(),
      nextId: () => this.#state.nextId(),
    });
    const keeps = (old: WorkflowRun['jobs'][number] | undefined) => {
      if (!old) return false;
      return options.job
        ? old.id !== options.job
        : options.failedOnly && old.conclusion === 'success';
    };
    const jobs = planned.map((job, index) =>
      keeps(run.jobs[index]) ? run.jobs[index] : job,
    );
    return this.#begin({
      ...base,
      jobs,
      status: 'queued',
      conclusion: null,
      approvals: [],
      updatedAt: this.#state.now(),
    });
  }

  /** Ends a run that is under way. */
  cancel(run: WorkflowRun): void {
    const now = this.#state.now();
    const stopped = structuredClone(run);
    for (const job of stopped.jobs.filter(one => one.status !== 'completed')) {
      Object.assign(job, {
        status: 'completed',
        conclusion: 'cancelled',
        completedAt: now,
      });
      job.annotations.push('The run was canceled.');
      for (const step of job.steps.filter(one => one.status !== 'completed')) {
        Object.assign(step, {
          status: 'completed',
          conclusion: 'cancelled',
          completedAt: now,
        });
      }
    }
    this.#finish({
      ...stopped,
      status: 'completed',
      conclusion: 'cancelled',
      updatedAt: now,
    });
  }

  /** Lets a run into environments that it waits for, or refuses it. */
  review(run: WorkflowRun, reviews: WorkflowRun['approvals']): void {
    const reviewed = { ...run, approvals: [...run.approvals, ...reviews] };
    this.#state.runs.put(String(run.id), {
      ...reviewed,
      status: 'in_progress',
    });
    this.#schedule(run.id);
  }

  /** A run that is over, e.g. the one that a fresh repository has had. */
  complete(run: WorkflowRun): WorkflowRun {
    const done = structuredClone(run);
    for (let tick = 0; done.status !== 'completed' && tick < 100; tick += 1) {
      advanceRun(done, { ...runFacts(this.#state, done), has: () => true });
    }
    return this.#state.runs.put(String(done.id), done);
  }

  /** Runs for a commit as a push of it would make them, without starting them. */
  async plan(event: PushEvent): Promise<WorkflowRun[]> {
    const commit = await this.#git.readCommit(event.repository, event.after);
    if (!commit) return [];
    const runs: WorkflowRun[] = [];
    const trigger: Trigger = {
      event: 'push',
      ref: event.ref,
      paths: async () => [''],
    };
    for (const path of await this.#paths(event.repository, event.after)) {
      const { workflow, parsed } = await this.#workflowAt(
        event.repository,
        event.after,
        path,
      );
      if (parsed && (await isTriggered(parsed, trigger))) {
        runs.push(
          this.#build(workflow, parsed, {
            event: 'push',
            branch: event.ref.slice('refs/heads/'.length),
            sha: event.after,
            actor: event.pusher,
            title: commit.message.split('\n')[0],
            inputs: {},
          }),
        );
      }
    }
    return runs;
  }

  async #trigger(
    repository: string,
    sha: string,
    options: {
      title: string;
      trigger: Trigger;
      branch: string;
      actor: string;
      pull?: number;
    },
  ) {
    const { title, trigger, branch, actor, pull } = options;
    for (const path of await this.#paths(repository, sha)) {
      const { workflow, parsed, invalid } = await this.#workflowAt(
        repository,
        sha,
        path,
      );
      const common = {
        event: trigger.event,
        branch,
        sha,
        actor,
        title,
        pull,
        inputs: {},
      };
      if (invalid) {
        if (trigger.event === 'push') this.#fail(workflow, invalid, common);
      } else if (
        parsed &&
        workflow.state === 'active' &&
        (await isTriggered(parsed, trigger))
      ) {
        this.#create(workflow, parsed, common);
      }
    }
  }

  async #paths(repository: string, commit: string): Promise<string[]> {
    const entries = await this.#git.readTree(repository, commit, FOLDER);
    return entries
      .filter(entry => /\.ya?ml$/.test(entry.path))
      .map(entry => entry.path);
  }

  async #workflowAt(repository: string, commit: string, path: string) {
    const file = await this.#git.readFile(repository, commit, path);
    let parsed: ParsedWorkflow | undefined;
    let invalid: string | undefined;
    try {
      parsed = parseWorkflow(file?.toString('utf8') ?? '');
    } catch (error) {
      if (!(error instanceof InvalidWorkflowError)) throw error;
      invalid = error.message;
    }
    const key = `${repository}:${path}`;
    const old = this.#state.workflows.get(key);
    const name = parsed?.name ?? old?.name ?? path;
    if (old?.name === name) return { workflow: old, parsed, invalid };
    const now = this.#state.now();
    const workflow = this.#state.workflows.put(key, {
      id: old?.id ?? this.#state.nextId(),
      repository,
      path,
      name,
      state: old?.state ?? 'active',
      createdAt: old?.createdAt ?? now,
      updatedAt: now,
    });
    return { workflow, parsed, invalid };
  }

  #build(
    workflow: Workflow,
    parsed: ParsedWorkflow | undefined,
    options: RunOptions,
  ): WorkflowRun {
    const now = this.#state.now();
    const run: WorkflowRun = {
      id: this.#state.nextId(),
      repository: workflow.repository,
      workflowId: workflow.id,
      path: workflow.path,
      name: workflow.name,
      number: this.#state.nextNumber(`runs/${workflow.id}`),
      attempt: 1,
      ...options,
      status: 'queued',
      conclusion: null,
      createdAt: now,
      startedAt: now,
      updatedAt: now,
      jobs: [],
      approvals: [],
    };
    if (parsed) {
      run.jobs = planJobs(parsed, {
        contexts: runContexts(this.#state, run),
        createdAt: now,
        nextId: () => this.#state.nextId(),
      });
    }
    return run;
  }

  #create(
    workflow: Workflow,
    parsed: ParsedWorkflow,
    options: RunOptions,
  ): WorkflowRun {
    return this.#begin(this.#build(workflow, parsed, options));
  }

  #begin(run: WorkflowRun): WorkflowRun {
    this.#state.runs.put(String(run.id), run);
    this.#changed(run, 'requested');
    this.#schedule(run.id);
    return run;
  }

  #fail(workflow: Workflow, why: string, options: RunOptions) {
    const run = this.#build(workflow, undefined, {
      ...options,
      title: workflow.path,
    });
    this.#finish({
      ...run,
      status: 'completed',
      conclusion: 'failure',
      invalid: `Invalid workflow file: ${why}`,
    });
  }

  #schedule(id: number): void {
    this.#clock.after(1000, () => this.#tick(id));
  }

  #tick(id: number): void {
    const old = this.#state.runs.get(String(id));
    // Gone with its repository, canceled, or carried on by another timer.
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
