import { mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import type { JsonObject, JsonValue } from '@backstage/types';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createTerraformApplyAction } from '../actions/terraformApply';
import { CliExecutor } from '../cli/CliExecutor';
import type { CliSettings, HcpInstance } from '../config/readTerraformConfig';
import { HcpExecutor } from '../hcp/HcpExecutor';

/** Runs the action as the scaffolder does. */
export function createActionRunner(options: {
  instances?: HcpInstance[];
  cli?: CliSettings;
  environment?: NodeJS.ProcessEnv;
  allow?: boolean;
}) {
  const {
    instances = [],
    cli = { passEnvironment: [] },
    environment = process.env,
    allow = true,
  } = options;
  const event = { success: async () => {}, fail: async () => {} };
  const decision = {
    result: allow ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
  };
  const action = createTerraformApplyAction({
    executors: {
      hcp: new HcpExecutor({ instances, pollMs: 15, firstDelayMs: 10 }),
      cli: new CliExecutor({ settings: cli, environment }),
    },
    defaultExecutor: 'hcp',
    guard: {
      permissions: mockServices.permissions.mock({
        authorize: (async () => [decision]) as never,
      }),
      auditor: mockServices.auditor.mock({ createEvent: async () => event }),
      owners: {
        ownerOf: async () => 'group:default/commerce',
        isMember: async () => true,
      },
    },
  });

  return async (
    files: Record<string, string>,
    input: JsonObject & { workspace: string },
    context: {
      taskId?: string;
      isDryRun?: boolean;
      signal?: AbortSignal;
      /** Kept between calls: what a task remembers when it goes on. */
      checkpoints?: Map<string, JsonValue>;
      onLog?: (line: string) => void;
    } = {},
  ) => {
    const {
      taskId = 'task-1',
      checkpoints = new Map(),
      onLog,
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
      const error: Error | undefined = await action
        .handler({
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
          createTemporaryDirectory: () =>
            mkdtemp(join(workspacePath, 'temporary-')),
          checkpoint: async ({ key, fn }) => {
            const known = checkpoints.get(key!);
            if (known !== undefined) return known as never;
            const value = await fn();
            checkpoints.set(key!, (value ?? {}) as JsonValue);
            return value;
          },
          output: (name: string, value: unknown) => {
            outputs[name] = value;
          },
        })
        .then(
          () => undefined,
          (reason: Error) => reason,
        );
      return { error, log, outputs };
    } finally {
      await rm(workspacePath, { recursive: true, force: true });
    }
  };
}
