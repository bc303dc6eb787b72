import { mockServices } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { ArgocdInstances } from '@portico/plugin-argocd-node';
import {
  createTestGuard,
  MemoryFlowLedger,
} from '@portico/plugin-flows-node/testUtils';
import { createArgocdCreateAppAction } from '../actions/createApp';
import type { CreateAppInput } from '../actions/createApp.input';
import { Namespaces } from '../namespace/Namespaces';
import { createApplicationRemover } from '../removal/applicationRemover';

/** Runs the action as the scaffolder does, against an Argo CD at `baseUrl`. */
export function createActionRunner(options: {
  baseUrl: string;
  token: string;
  allow?: boolean;
  graceMs?: number;
  kubernetesUrl?: string;
}) {
  const { baseUrl, token, allow = true, graceMs = 1_000 } = options;
  const instances = new ArgocdInstances([
    { name: 'main', baseUrl, token, frontendUrl: baseUrl, isDefault: true },
  ]);
  const { kubernetesUrl: url } = options;
  const namespaces = new Namespaces(
    url
      ? [
          {
            name: 'main',
            url,
            token: 'kubernetes-sandbox-token',
            skipTlsVerify: false,
          },
        ]
      : [],
  );
  const ledger = new MemoryFlowLedger();
  const remover = createApplicationRemover({
    instances,
    namespaces,
    patience: { pollMs: 20, goneMs: 10_000 },
  });
  const action = createArgocdCreateAppAction({
    instances,
    namespaces,
    ledger,
    guard: createTestGuard({ allow }),
    patience: { pollMs: 20, graceMs },
  });
  const run = async (
    input: CreateAppInput,
    context: { taskId?: string; isDryRun?: boolean; signal?: AbortSignal } = {},
  ) => {
    const { taskId = 'task-1', ...rest } = context;
    const log: string[] = [];
    const outputs: Record<string, unknown> = {};
    const logger = mockServices.logger.mock({
      info: message => log.push(message),
      warn: message => log.push(message),
    });
    const base = createMockActionContext<CreateAppInput>({ input });
    const error: Error | undefined = await action
      .handler({
        ...base,
        ...rest,
        logger,
        task: { id: taskId },
        output: (name, value) => {
          outputs[name] = value;
        },
      })
      .then(
        () => undefined,
        e => e,
      );
    return { error, log, outputs };
  };
  /** What clean-up does with the application that the ledger speaks of. */
  const remove = (change: { taskId?: string } = {}) =>
    remover.remove(
      { ...ledger.row('Argo CD application'), ...change },
      {
        logger: mockServices.logger.mock(),
        signal: AbortSignal.timeout(20_000),
      },
    );
  return Object.assign(run, { ledger, remove });
}
