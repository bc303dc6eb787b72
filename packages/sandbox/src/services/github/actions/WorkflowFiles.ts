import type { BareGitRepositories } from '../git';
import { fullName, type GithubState } from '../GithubState';
import type { Repository, Workflow } from '../model';
import {
  InvalidWorkflowError,
  parseWorkflow,
  type ParsedWorkflow,
} from './parseWorkflow';

const FOLDER = '.github/workflows';

/** A workflow as a commit has it: parsed, or why it can't be. */
export interface WorkflowAtCommit {
  workflow: Workflow;
  parsed?: ParsedWorkflow;
  invalid?: string;
}

/** Finds workflow files in repositories and keeps an id for each path. */
export class WorkflowFiles {
  readonly #state: GithubState;
  readonly #git: BareGitRepositories;

  constructor(options: { state: GithubState; git: BareGitRepositories }) {
    this.#state = options.state;
    this.#git = options.git;
  }

  /** The workflows of the default branch and those that ever ran, in the order of their paths. */
  async list(repository: Repository): Promise<Workflow[]> {
    const full = fullName(repository);
    const commit = await this.#git.resolve(full, repository.defaultBranch);
    if (commit) await this.at(full, commit);
    return this.#state.workflows
      .filter(workflow => workflow.repository === full)
      .sort((a, b) => a.path.localeCompare(b.path));
  }

  /** All workflows of a commit. */
  async at(repository: string, commit: string): Promise<WorkflowAtCommit[]> {
    const entries = await this.#git.readTree(repository, commit, FOLDER);
    const found: WorkflowAtCommit[] = [];
    for (const { path } of entries.filter(entry =>
      /\.ya?ml$/.test(entry.path),
    )) {
      found.push(await this.#workflowAt(repository, commit, path));
    }
    return found;
  }

  /**
   * The parsed file of a workflow at a commit; `undefined` if it is not there.
   *
   * @throws InvalidWorkflowError
   */
  async parsed(
    workflow: Pick<Workflow, 'repository' | 'path'>,
    commit: string,
  ): Promise<ParsedWorkflow | undefined> {
    const file = await this.#git.readFile(
      workflow.repository,
      commit,
      workflow.path,
    );
    return file && parseWorkflow(file.toString('utf8'));
  }

  async #workflowAt(
    repository: string,
    commit: string,
    path: string,
  ): Promise<WorkflowAtCommit> {
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
}
