import type { Application } from '@portico/plugin-argocd-node';
import Ajv from 'ajv';
import { parse } from 'yaml';
import { createActionRunner } from '../__testUtils__/createActionRunner';
import { startArgocd } from '../__testUtils__/startArgocd';
import { createArgocdCreateAppAction } from './createApp';
import { examples } from './createApp.examples';
import type { CreateAppInput } from './createApp.input';

const input: CreateAppInput = {
  name: 'orders-api',
  repoUrl: 'https://git.example/mini-org/orders-api.git',
  path: 'k8s',
  revision: 'main',
  destination: { name: 'in-cluster', namespace: 'dev' },
};

type Status = Application['status'];

const deployment = (
  status: 'Progressing' | 'Healthy' | 'Degraded',
  message?: string,
) => ({
  kind: 'Deployment',
  name: 'orders-api',
  namespace: 'dev',
  status: 'Synced' as const,
  health: { status, message },
});
const succeeded = {
  phase: 'Succeeded' as const,
  startedAt: '2026-11-21T10:00:00Z',
  finishedAt: '2026-11-21T10:00:02Z',
};

describe('argocd:create-app', () => {
  it('makes, syncs and waits, and tells each change once', async () => {
    const outOfSync = { sync: { status: 'OutOfSync' as const } };
    const progressing = {
      sync: { status: 'Synced' as const },
      health: { status: 'Progressing' as const },
      operationState: succeeded,
      resources: [
        deployment(
          'Progressing',
          'Waiting for rollout to finish: 1 of 2 updated replicas are available...',
        ),
      ],
    };
    const argocd = await startArgocd([
      outOfSync,
      progressing,
      progressing,
      {
        ...progressing,
        sync: { status: 'Synced', revision: 'a'.repeat(40) },
        health: { status: 'Healthy' },
        resources: [deployment('Healthy')],
      },
    ]);
    const run = createActionRunner(argocd.runner);
    const { error, log, outputs } = await run(input);
    expect(error).toBeUndefined();
    expect(run.ledger.summary).toEqual([
      'kept Argo CD project default',
      'made Argo CD application orders-api',
    ]);
    expect(log).toEqual([
      '▸ | section | Application',
      'Application orders-api: not there, created in project default (marked portico/task=task-1)',
      '▸ | section | Sync',
      'Asked Argo CD to sync orders-api',
      'Deployment orders-api: 1 of 2 replicas ready',
      '▸ | progress | 0 | 1 | Deployment orders-api: 1 of 2 replicas ready',
      'Deployment orders-api: healthy',
      '▸ | progress | 1 | 1 | all are healthy',
      'Synced to aaaaaaa, Healthy after 0 s',
      '▸ | progress | 1 | 1 | Synced to aaaaaaa, Healthy',
    ]);
    expect(outputs).toEqual({
      created: true,
      applicationName: 'orders-api',
      applicationUrl: `${argocd.runner.baseUrl}/applications/argocd/orders-api`,
      syncStatus: 'Synced',
      healthStatus: 'Healthy',
      revision: 'a'.repeat(40),
    });
  });

  const healthy: Status = {
    sync: { status: 'Synced', revision: 'b'.repeat(40) },
    health: { status: 'Healthy' },
    operationState: succeeded,
    resources: [deployment('Healthy')],
  };
  const existing = (annotations: Record<string, string>): Application => ({
    metadata: { name: 'orders-api', namespace: 'argocd', annotations },
    spec: {
      project: 'default',
      source: {
        repoURL: input.repoUrl!,
        path: 'old',
        targetRevision: 'main',
      },
      destination: input.destination,
    },
  });

  it('changes what belongs to the same entity, and only what differs', async () => {
    const entityRef = 'component:default/orders-api';
    const argocd = await startArgocd(
      [healthy],
      existing({ 'portico/task': 'earlier', 'portico/entity': entityRef }),
    );
    const run = createActionRunner(argocd.runner);
    const first = await run({ ...input, entityRef });
    expect(first.error).toBeUndefined();
    expect(first.outputs.created).toBe(false);
    expect(run.ledger.summary).toContain(
      'changed Argo CD application orders-api',
    );
    expect(first.log).toContain(
      'Application orders-api: already there (of component:default/orders-api), changed spec.source.path, finalizer',
    );
    const second = await run({ ...input, entityRef });
    expect(second.log).toContain(
      'Application orders-api: already there (of component:default/orders-api), as wanted',
    );
    expect(argocd.requests.filter(r => r.startsWith('PUT'))).toHaveLength(1);
  });

  it('finds again what this task made before a restart', async () => {
    const argocd = await startArgocd(
      [healthy],
      existing({ 'portico/task': 'task-1' }),
    );
    const { outputs } = await createActionRunner(argocd.runner)(input);
    expect(outputs.created).toBe(true);
    expect(argocd.requests).not.toContain('POST /applications');
  });

  it('leaves an application of someone else alone', async () => {
    const argocd = await startArgocd([healthy], existing({}));
    const run = createActionRunner(argocd.runner);
    for (const isDryRun of [false, true]) {
      const { error } = await run(input, { isDryRun });
      expect(error?.name).toBe('ConflictError');
      expect(error?.message).toContain(
        "exists on 'main', and it was not made by Portico: choose another name",
      );
    }
    expect(argocd.requests.every(request => request.startsWith('GET'))).toBe(
      true,
    );
  });

  it('notes what it made where the source cannot be read', async () => {
    const argocd = await startArgocd([
      {
        sync: { status: 'Unknown' },
        conditions: [
          {
            type: 'ComparisonError',
            message:
              'Failed to load target state: rpc error: code = Unknown desc = k9s: app path does not exist',
          },
        ],
      },
    ]);
    const run = createActionRunner(argocd.runner);
    const { error } = await run(input);
    expect(error?.name).toBe('InputError');
    expect(error?.message).toContain(
      "cannot read the source of application 'orders-api': ComparisonError: k9s: app path does not exist.",
    );
    await expect(run.remove({ taskId: 'task-2' })).resolves.toBe('foreign');
    expect(argocd.application()).toBeDefined();
    await expect(run.remove()).resolves.toBe('removed');
    expect(argocd.application()).toBeUndefined();
    await expect(run.remove()).resolves.toBe('absent');
  });

  it('refuses a source with no manifests', async () => {
    const argocd = await startArgocd([{ ...healthy, resources: [] }]);
    const { error } = await createActionRunner(argocd.runner)(input);
    expect(error?.message).toContain('holds no manifests');
  });

  it('names the resource that a sync failed on', async () => {
    const argocd = await startArgocd([
      { sync: { status: 'OutOfSync' } },
      {
        sync: { status: 'OutOfSync' },
        operationState: {
          ...succeeded,
          phase: 'Failed',
          message: 'one or more objects failed to apply',
          syncResult: {
            resources: [
              {
                kind: 'Deployment',
                name: 'orders-api',
                status: 'SyncFailed',
                message: 'spec.replicas: Invalid value',
              },
            ],
          },
        },
      },
    ]);
    const { error } = await createActionRunner(argocd.runner)(input);
    expect(error?.message).toContain(
      'the sync ended as Failed; Deployment orders-api: spec.replicas: Invalid value.',
    );
    expect(argocd.application()).toBeDefined();
  });

  it('gives the reason of what stays Degraded', async () => {
    const degraded: Status = {
      ...healthy,
      health: { status: 'Degraded' },
      resources: [deployment('Degraded', 'exceeded its progress deadline')],
    };
    const argocd = await startArgocd([degraded]);
    const { error } = await createActionRunner(argocd.runner)(input);
    expect(error?.message).toContain(
      "'orders-api' is Degraded: Deployment orders-api: Degraded: exceeded its progress deadline.",
    );
  });

  it('says what was last seen when time is up', async () => {
    const argocd = await startArgocd([
      {
        ...healthy,
        health: { status: 'Progressing' },
        resources: [deployment('Progressing')],
      },
    ]);
    const { error } = await createActionRunner(argocd.runner)({
      ...input,
      timeoutMinutes: 0.001,
    });
    expect(error?.message).toContain(
      'was not Synced and Healthy after 0.001 minutes; last seen Synced and Progressing. Deployment orders-api: in progress',
    );
  });

  it('stops when the task is cancelled', async () => {
    const argocd = await startArgocd([
      { ...healthy, health: { status: 'Progressing' } },
    ]);
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error('cancelled')), 100);
    const { error } = await createActionRunner(argocd.runner)(input, {
      signal: controller.signal,
    });
    expect(error?.message).toBe('cancelled');
  });

  it('makes nothing in a dry run, nor without the permission, nor on an unknown instance', async () => {
    const argocd = await startArgocd([]);
    const dry = await createActionRunner(argocd.runner)(input, {
      isDryRun: true,
    });
    expect(dry.error).toBeUndefined();
    expect(dry.log).toContain(
      'Dry run: application orders-api would be made on main, project default',
    );
    const denied = await createActionRunner({ ...argocd.runner, allow: false })(
      input,
    );
    expect(denied.error?.name).toBe('NotAllowedError');
    const lost = await createActionRunner(argocd.runner)({
      ...input,
      instance: 'x',
    });
    expect(lost.error?.message).toContain('Known instances: main.');
    expect(argocd.requests).toEqual([
      'GET /applications/orders-api',
      'GET /applications',
    ]);
  });

  it.each(examples)(
    'has an example that the schema takes: $description',
    ({ example }) => {
      const action = createArgocdCreateAppAction({
        instances: undefined!,
        guard: undefined!,
        ledger: undefined!,
        namespaces: undefined!,
      });
      const validate = new Ajv({ strict: false }).compile(
        action.schema!.input!,
      );
      expect(validate(parse(example).steps[0].input)).toBe(true);
    },
  );
});
