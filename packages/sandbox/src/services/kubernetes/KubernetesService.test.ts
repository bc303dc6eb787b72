import express from 'express';
import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:http';
import {
  AppsV1Api,
  CoreV1Api,
  KubeConfig,
  Watch,
  type V1Deployment,
} from '@kubernetes/client-node';
import { StoredIncidents } from '../../incidents';
import { Faults, InFlight, RequestLog, createServiceApp } from '../../kit';
import { KubernetesService } from './KubernetesService';
import { deploymentManifest, eventually, testCluster } from './testCluster';

jest.setTimeout(240_000);

describe('the Kubernetes API', () => {
  const { cluster, kit } = testCluster();
  const incidents = new StoredIncidents({ kit, components: () => [] });
  const service = new KubernetesService(cluster, incidents);
  let server: Server;
  let url: string;
  const config = new KubeConfig();
  let core: CoreV1Api;
  let apps: AppsV1Api;

  beforeAll(async () => {
    await service.seed();
    await service.start();
    const app = createServiceApp({
      service,
      requests: new RequestLog(),
      faults: new Faults([]),
      inFlight: new InFlight(),
    });
    server = createServer(express().use(app)).listen(0, '127.0.0.1');
    await new Promise(resolve => server.once('listening', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    config.loadFromClusterAndUser(
      { name: 'sandbox', server: url, skipTLSVerify: true },
      { name: 'portico', token: 'kubernetes-sandbox-token' },
    );
    core = config.makeApiClient(CoreV1Api);
    apps = config.makeApiClient(AppsV1Api);
  });
  afterAll(async () => {
    kit.clock.stop();
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
  });

  const ask = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(`${url}${path}`, {
      ...init,
      headers: {
        authorization: 'Bearer kubernetes-sandbox-token',
        ...init.headers,
      },
    });
    return { status: response.status, body: await response.json() };
  };

  it('refuses another token as the API server does', async () => {
    const answer = await ask('/api/v1/pods', {
      headers: { authorization: 'Bearer wrong' },
    });
    expect(answer).toMatchObject({
      status: 401,
      body: { kind: 'Status', reason: 'Unauthorized', code: 401 },
    });
  });

  it('serves the official client: create, read, watch, log, scale, delete', async () => {
    const seen: string[] = [];
    const abort = await new Watch(config).watch(
      '/apis/apps/v1/namespaces/default/deployments',
      {},
      phase => seen.push(phase),
      () => undefined,
    );
    await apps.createNamespacedDeployment({
      namespace: 'default',
      body: deploymentManifest() as unknown as V1Deployment,
    });
    const pods = () =>
      core.listNamespacedPod({
        namespace: 'default',
        labelSelector: 'app=orders',
      });
    await eventually(
      () =>
        cluster.objects
          .list('pods', 'default')
          .filter(pod =>
            JSON.stringify(pod.status ?? {}).includes('"ready":true'),
          ).length === 2,
    );
    const { items } = await pods();
    expect(items).toHaveLength(2);
    const log = await core.readNamespacedPodLog({
      namespace: 'default',
      name: items[0].metadata!.name!,
    });
    expect(log).toMatch(/^sandbox: simulated container\n/);
    expect(seen).toContain('ADDED');
    expect(seen).toContain('MODIFIED');
    abort.abort();
    await apps.patchNamespacedDeploymentScale({
      namespace: 'default',
      name: 'orders',
      body: [{ op: 'replace', path: '/spec/replicas', value: 1 }],
    });
    await eventually(
      () => cluster.objects.list('pods', 'default').length === 1,
    );
    await apps.deleteNamespacedDeployment({
      namespace: 'default',
      name: 'orders',
    });
    await eventually(() => !cluster.objects.list('pods', 'default').length);
  });

  it.each([
    [
      'GET',
      '/api/v1/namespaces/default/pods/none',
      undefined,
      404,
      'pods "none" not found',
    ],
    [
      'GET',
      '/apis/none/v1/things',
      undefined,
      404,
      'the server could not find the requested resource',
    ],
    [
      'POST',
      '/api/v1/namespaces/none/configmaps',
      { metadata: { name: 'a' } },
      404,
      'namespaces "none" not found',
    ],
    [
      'POST',
      '/api/v1/namespaces',
      { metadata: { name: 'default' } },
      409,
      'namespaces "default" already exists',
    ],
    [
      'PUT',
      '/api/v1/namespaces/default',
      { metadata: { name: 'default', resourceVersion: '999999' } },
      409,
      'Operation cannot be fulfilled on namespaces "default": the object has been modified; please apply your changes to the latest version and try again',
    ],
    [
      'POST',
      '/apis/apps/v1/namespaces/default/deployments',
      {
        metadata: { name: 'x' },
        spec: {
          selector: { matchLabels: { a: 'b' } },
          template: { spec: { containers: [{ name: 'c', image: 'i' }] } },
        },
      },
      422,
      'Deployment.apps "x" is invalid: spec.template.metadata.labels: Invalid value: {}: `selector` does not match template `labels`',
    ],
    [
      'POST',
      '/api/v1/namespaces/default/pods',
      { metadata: { name: 'x' }, spec: { containers: [{ name: 'c' }] } },
      422,
      'Pod "x" is invalid: spec.containers[0].image: Required value',
    ],
    [
      'POST',
      '/api/v1/namespaces/default/configmaps',
      { metadata: { name: 'No' } },
      422,
      expect.stringContaining(
        'ConfigMap "No" is invalid: metadata.name: Invalid value: "No": a lowercase RFC 1123 subdomain',
      ),
    ],
  ])(
    '%s %s with %j answers %i',
    async (method, path, body, status, message) => {
      const answer = await ask(path, {
        method,
        body: body && JSON.stringify(body),
      });
      expect(answer).toMatchObject({
        status,
        body: { kind: 'Status', message },
      });
    },
  );

  it('pages a list', async () => {
    const first = await ask('/api/v1/namespaces?limit=2');
    expect(first.body.items).toHaveLength(2);
    const rest = await ask(
      `/api/v1/namespaces?continue=${first.body.metadata.continue}`,
    );
    expect(rest.body.items).toHaveLength(
      first.body.metadata.remainingItemCount,
    );
  });

  it.each([
    ['application/merge-patch+json', '{"data":{"a":null,"b":"2"}}'],
    [
      'application/json-patch+json',
      '[{"op":"remove","path":"/data/a"},{"op":"add","path":"/data/b","value":"2"}]',
    ],
    [
      'application/apply-patch+yaml',
      'apiVersion: v1\nkind: ConfigMap\ndata: {a: null, b: "2"}',
    ],
  ])('patches with %s', async (type, body) => {
    const path = '/api/v1/namespaces/default/configmaps';
    await ask(path, {
      method: 'POST',
      body: JSON.stringify({ metadata: { name: 'c' }, data: { a: '1' } }),
    });
    const answer = await ask(`${path}/c`, {
      method: 'PATCH',
      headers: { 'content-type': type },
      body,
    });
    expect(answer.body.data).toEqual({ b: '2' });
    await ask(`${path}/c`, { method: 'DELETE' });
  });
});
