import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Octokit } from '@octokit/rest';
import { createSandbox } from '../../../createSandbox';
import { createWorld, type World } from '../../../world';

export const AUTHORIZATION = { authorization: 'token ghp_sandbox_portico' };

/** GitHub with two components, and a client that may do everything. */
export interface TestGithub {
  url: string;
  dataDir: string;
  world: World;
  octokit: Octokit;
  /** A client of one person. */
  as(login: string): Octokit;
  /** The first component's repository. */
  repo: { owner: string; repo: string };
  /** Ends it and keeps its folder. */
  stop(): Promise<void>;
  remove(): Promise<void>;
}

/** A sandbox with GitHub alone and two components, in a folder of its own. */
export async function startGithub(
  options: {
    pace?: number;
    dataDir?: string;
    /** Leaves the default branches of the components protected, as the organisation has them. */
    protected?: boolean;
  } = {},
): Promise<TestGithub> {
  const dataDir =
    options.dataDir ?? (await mkdtemp(join(tmpdir(), 'sandbox-github-')));
  const world = createWorld();
  const sandbox = await createSandbox({
    dataDir,
    ports: 'free',
    pace: options.pace ?? 0.01,
    only: ['github'],
    world: { ...world, components: world.components.slice(0, 2) },
  });
  const url = sandbox.urls.github;
  const clientOf = (auth: string) =>
    new Octokit({
      auth,
      baseUrl: `${url}/api/v3`,
      log: { debug() {}, info() {}, warn() {}, error() {} },
    });
  const octokit = clientOf('ghp_sandbox_portico');
  const owner = world.organization;
  if (!options.protected && !options.dataDir) {
    for (const { name: repo } of world.components.slice(0, 2))
      await octokit.repos.deleteBranchProtection({
        owner,
        repo,
        branch: 'main',
      });
  }
  return {
    url,
    dataDir,
    world,
    octokit,
    as: login => clientOf(`ghp_sandbox_${login}`),
    repo: { owner, repo: world.components[0].name },
    stop: () => sandbox.stop(),
    async remove() {
      await sandbox.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Runs the real git and gives what it printed to both outputs; rejects if it fails, with `stderr`. */
export async function git(
  directory: string,
  ...args: string[]
): Promise<string> {
  const { stdout, stderr } = await promisify(execFile)('git', args, {
    cwd: directory,
    env: {
      PATH: process.env.PATH,
      HOME: directory,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_TERMINAL_PROMPT: '0',
      GIT_AUTHOR_NAME: 'Test',
      GIT_AUTHOR_EMAIL: 'test@mini-org.example',
      GIT_COMMITTER_NAME: 'Test',
      GIT_COMMITTER_EMAIL: 'test@mini-org.example',
    },
  });
  return stdout + stderr;
}

/** Asks until the answer is good; fails after a minute with the last one. */
export async function until<T>(
  ask: () => Promise<T>,
  isGood: (answer: T) => boolean,
): Promise<T> {
  const end = Date.now() + 60_000;
  for (;;) {
    const answer = await ask();
    if (isGood(answer)) return answer;
    if (Date.now() > end)
      throw new Error(`Still ${JSON.stringify(answer)?.slice(0, 500)}`);
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}
