import { mockServices } from '@backstage/backend-test-utils';
import {
  createTestGuard,
  MemoryFlowLedger,
} from '@portico/plugin-flows-node/testUtils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import type { JsonObject, JsonValue } from '@backstage/types';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ApprovalsClient } from '@portico/plugin-approvals-node';
import { createTerraformApplyAction } from '../actions/terraformApply';
import { createTerraformDestroyAction } from '../destroy/terraformDestroy';
import { createTerraformPlanAction } from '../plan/terraformPlan';
import { CliExecutor } from '../cli/CliExecutor';
import type { CliSettings, HcpInstance } from '../config/readTerraformConfig';
import { HcpExecutor } from '../hcp/HcpExecutor';
import { HcpInstances } from '../hcp/HcpInstances';
import { createRunRemover } from '../removal/runRemover';
import { createStateRemover } from '../removal/stateRemover';
import { createWorkspaceRemover } from '../removal/workspaceRemover';

/** Runs the action as the scaffolder does. */
export function createActionRunner(options: {
  instances?: HcpInstance[];
  cli?: CliSettings;
  environment?: NodeJS.ProcessEnv;
  allow?: boolean;
  approvals?: ApprovalsClient;
}) {
  const {
    instances = [],
    cli = { passEnvironment: [] },
    environment = process.env,
    allow = true,
    approvals,
  } = options;
  const hcp = new HcpInstances(instances, { pollMs: 15, firstDelayMs: 10 });
  const server = { settings: cli, environment };
  const ledger = new MemoryFlowLedger();
  const removers = [
    createWorkspaceRemover(hcp),
    createRunRemover(hcp),
    createStateRemover(server),
  ];
  const actionOptions = {
    executors: {
      hcp: new HcpExecutor(hcp),
      cli: new CliExecutor(server),
    },
    defaultExecutor: 'hcp',
    guard: createTestGuard({ allow }),
    ledger,
    approvals: approvals as ApprovalsClient,
  } as const;
  const actions = {
    apply: createTerraformApplyAction(actionOptions),
    plan: createTerraformPlanAction(actionOptions),
    destroy: createTerraformDestroyAction({
      ...actionOptions,
      destroyApprovers: ['group:default/platform-admins'],
    }),
  };

  const run = async (
    files: Record<string, string>,
    input: JsonObject & { workspace: string },
    context: {
      taskId?: string;
      isDryRun?: boolean;
      signal?: AbortSignal;
      /** Kept between calls: what a task remembers when it goes on. */
      checkpoints?: Map<string, JsonValue>;
      onLog?: (line: string) => void;
      action?: keyof typeof actions;
    } = {},
  ) => {
    const {
      taskId = 'task-1',
      checkpoints = new Map(),
      onLog,
      action = 'apply',
      ...rest
    } = context;
    const workspacePath = await mkdtemp(join(tmpdir(), 'portico-task-'));
    const log: string[] = [];
    const outputs: Record<string, unknown> = {};
    const write = (line: string) => {
      log.push(line);
      onLog?.(line);
    };
    try {
      for (const [name, text] of Object.entries(files)) {
        const file = join(workspacePath, 'terraform', name);
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, text);
      }
      const handler = actions[action].handler as (
        ctx: unknown,
      ) => Promise<void>;
      const error: Error | undefined = await handler({
        ...createMockActionContext({ input, workspacePath }),
        ...rest,
        input,
        logger: mockServices.logger.mock({
          info: write,
          warn: write,
          error: write,
        }),
        task: { id: taskId },
        step: { id: 'provision', name: 'Provision resources' },
        user: { ref: 'user:default/lena.fischer' },
        createTemporaryDirectory: () =>
          mkdtemp(join(workspacePath, 'temporary-')),
        checkpoint: async ({
          key,
          fn,
        }: {
          key?: string;
          fn: () => Promise<JsonValue>;
        }) => {
          const known = checkpoints.get(key!);
          if (known !== undefined) return known as never;
          const value = await fn();
          checkpoints.set(key!, (value ?? {}) as JsonValue);
          return value;
        },
        output: (name: string, value: unknown) => {
          outputs[name] = value;
        },
      }).then(
        () => undefined,
        (reason: Error) => reason,
      );
      return { error, log, outputs };
    } finally {
      await rm(workspacePath, { recursive: true, force: true });
    }
  };
  /** What clean-up does with the thing of that kind that the ledger speaks of. */
  const remove = (kind: string, change: { taskId?: string } = {}) => {
    const row = { ...ledger.row(kind), ...change };
    const remover = removers.find(({ id }) => id === row.remover);
    if (!remover) throw new Error(`${kind} has no remover`);
    const logger = mockServices.logger.mock();
    return remover.remove(row, {
      logger,
      signal: AbortSignal.timeout(30_000),
    });
  };
  return Object.assign(run, { ledger, remove });
}
