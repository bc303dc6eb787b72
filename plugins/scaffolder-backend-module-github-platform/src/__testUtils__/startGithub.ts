import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { ScmIntegrations } from '@backstage/integration';
import type {
  ActionContext,
  TemplateAction,
} from '@backstage/plugin-scaffolder-node';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import type { JsonObject, JsonValue } from '@backstage/types';
import {
  createTestGuard,
  MemoryFlowLedger,
} from '@portico/plugin-flows-node/testUtils';
import { createSandbox, type Sandbox } from '@portico/sandbox';
import { Octokit } from '@octokit/rest';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ActionOptions } from '../actions/ActionOptions';
import { createRemovers } from '../removal/createRemovers';

const TOKEN = 'ghp_sandbox_portico';

export interface TestGithub {
  readonly host: string;
  readonly octokit: Octokit;
  /** What the actions of all tests have noted. */
  readonly ledger: MemoryFlowLedger;
  /** What clean-up does with the thing of that kind and name that a task made. */
  remove(kind: string, name: string, taskId?: string): Promise<string>;
  /** `host?owner=mini-org&repo=…`. */
  repoUrl(repo: string): string;
  /** A workspace with these files. */
  workspace(files: Record<string, string>): Promise<string>;
  /** Disturbs the service; see the sandbox's control service. */
  addFault(fault: object): Promise<void>;
  /** Method and path of the requests since the last call, of one repository. */
  requests(repo: string): Promise<string[]>;
  options(change?: { token?: string; allow?: boolean }): ActionOptions;
}

/** Starts the sandbox's GitHub for a suite of tests, and ends it after. */
export function startGithub(): TestGithub {
  const folder = createMockDirectory();
  let sandbox: Sandbox;
  let seen = 0;
  const ledger = new MemoryFlowLedger();
  const state = { host: '', octokit: new Octokit() };
  beforeAll(async () => {
    sandbox = await createSandbox({
      dataDir: folder.resolve('sandbox'),
      ports: 'free',
      pace: 0.02,
      only: ['control', 'github'],
    });
    state.host = new URL(sandbox.urls.github).host;
    state.octokit = new Octokit({
      auth: TOKEN,
      baseUrl: `${sandbox.urls.github}/api/v3`,
    });
  }, 240_000);
  afterAll(() => sandbox?.stop());
  afterEach(async () => {
    await fetch(`${sandbox.urls.control}/faults`, { method: 'DELETE' });
  });

  return {
    ledger,
    get host() {
      return state.host;
    },
    get octokit() {
      return state.octokit;
    },
    async remove(kind, name, taskId) {
      const row = ledger.rows.find(
        one => one.kind === kind && one.name === name && one.remover,
      );
      if (!row) throw new Error(`No ${kind} ${name} in the ledger`);
      const { integrations } = this.options();
      const remover = createRemovers({ integrations, retryDelayMs: 5 }).find(
        ({ id }) => id === row.remover,
      );
      if (!remover) throw new Error(`No remover '${row.remover}'`);
      return remover.remove(
        { ...row, taskId: taskId ?? row.taskId },
        {
          logger: mockServices.logger.mock(),
          signal: AbortSignal.timeout(20_000),
        },
      );
    },
    repoUrl: repo => `${state.host}?owner=mini-org&repo=${repo}`,
    async workspace(files) {
      const root = await mkdtemp(join(folder.path, 'workspace-'));
      for (const [path, content] of Object.entries(files)) {
        await mkdir(dirname(join(root, path)), { recursive: true });
        await writeFile(join(root, path), content);
      }
      return root;
    },
    async addFault(fault) {
      const response = await fetch(`${sandbox.urls.control}/faults`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ service: 'github', ...fault }),
      });
      if (!response.ok) throw new Error(await response.text());
    },
    async requests(repo) {
      const response = await fetch(
        `${sandbox.urls.control}/requests?service=github&since=${seen}`,
        { headers: { accept: 'application/json' } },
      );
      const list = (await response.json()) as {
        id: number;
        method: string;
        path: string;
      }[];
      seen = Math.max(seen, ...list.map(({ id }) => id));
      return list
        .filter(({ path }) => path.includes(`/${repo}`))
        .map(({ method, path }) => `${method} ${path.replace('/api/v3', '')}`);
    },
    options({ token = TOKEN, allow = true } = {}) {
      const { host } = state;
      const config = mockServices.rootConfig({
        data: {
          integrations: {
            github: [{ host, apiBaseUrl: `http://${host}/api/v3`, token }],
          },
        },
      });
      return {
        config,
        integrations: ScmIntegrations.fromConfig(config),
        guard: createTestGuard({ allow }),
        ledger,
        retryDelayMs: 5,
      };
    },
  };
}

/** Runs an action as the scaffolder does; the log and the outputs come back, and the error if it failed. */
export async function run<I extends JsonObject, O extends JsonObject>(
  action: TemplateAction<I, O>,
  input: I,
  context: Partial<
    Pick<ActionContext<I, O>, 'workspacePath' | 'isDryRun' | 'signal'>
  > & { taskId?: string; checkpoints?: Map<string, JsonValue | void> } = {},
) {
  const {
    taskId = 'task-1',
    checkpoints = new Map<string, JsonValue | void>(),
    ...rest
  } = context;
  const log: string[] = [];
  const outputs: Record<string, unknown> = {};
  const logger = mockServices.logger.mock({
    info: message => log.push(message),
    warn: message => log.push(message),
  });
  const base = createMockActionContext<I, O>({ input });
  const error: Error | undefined = await action
    .handler({
      ...base,
      ...rest,
      logger,
      task: { id: taskId },
      async checkpoint<T extends JsonValue | void>(options: {
        key: string;
        fn: () => Promise<T> | T;
      }) {
        if (!checkpoints.has(options.key)) {
          checkpoints.set(options.key, await options.fn());
        }
        return checkpoints.get(options.key) as T;
      },
      output: (name, value) => {
        outputs[String(name)] = value;
      },
    })
    .then(
      () => undefined,
      e => e,
    );
  return { error, log, outputs };
}
