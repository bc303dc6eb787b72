import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSandbox, type Sandbox } from '../../../createSandbox';
import { createWorld } from '../../../world';
import type { Application } from '../types';

const REPOSITORY = 'mini-org/shop';

/** What a service answered. */
export interface Answer<T> {
  status: number;
  body: T;
}

/** GitHub, a cluster and Argo CD in a hurry, and an empty repository to deploy from. */
export async function startArgocd() {
  const dataDir = await mkdtemp(join(tmpdir(), 'sandbox-argocd-'));
  const world = createWorld();
  const launch = () =>
    createSandbox({
      dataDir,
      ports: 'free',
      pace: 0.01,
      only: ['github', 'kubernetes', 'argocd'],
      world: { ...world, components: [] },
    });
  let sandbox: Sandbox = await launch();

  const call = async <T>(
    url: string,
    authorization: string,
    method = 'GET',
    body?: unknown,
  ): Promise<Answer<T>> => {
    const response = await fetch(url, {
      method,
      headers: { authorization, 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, body: text ? JSON.parse(text) : {} };
  };
  const argocd = <T = Application & { message: string }>(
    method: string,
    path: string,
    body?: unknown,
  ) =>
    call<T>(
      `${sandbox.urls.argocd}/api/v1${path}`,
      'Bearer argocd-sandbox-token',
      method,
      body,
    );
  const cluster = <T = Record<string, never>>(path: string) =>
    call<T>(
      `${sandbox.urls.kubernetes}${path}`,
      'Bearer kubernetes-sandbox-token',
    );
  const github = <T = { sha: string }>(
    method: string,
    path: string,
    body?: unknown,
  ) =>
    call<T>(
      `${sandbox.urls.github}/api/v3${path}`,
      'token ghp_sandbox_portico',
      method,
      body,
    );

  await github('POST', '/orgs/mini-org/repos', {
    name: 'shop',
    auto_init: true,
  });

  return {
    get urls() {
      return sandbox.urls;
    },
    argocd,
    cluster,

    /** Commits a file to `main` and gives the commit. */
    async commit(path: string, content: string): Promise<string> {
      const url = `/repos/${REPOSITORY}/contents/${path}`;
      const { body: known } = await github('GET', url);
      const { body } = await github<{ commit: { sha: string } }>('PUT', url, {
        message: `Change ${path}`,
        content: Buffer.from(content).toString('base64'),
        branch: 'main',
        ...(known.sha ? { sha: known.sha } : {}),
      });
      return body.commit.sha;
    },

    /** Makes an application of a folder of the repository, in a namespace of its own name. */
    create(name: string, path: string, spec: object = {}, metadata = {}) {
      return argocd('POST', '/applications', {
        metadata: { name, ...metadata },
        spec: {
          project: 'default',
          source: {
            repoURL: `${sandbox.urls.github}/${REPOSITORY}.git`,
            path,
            targetRevision: 'main',
          },
          destination: {
            server: 'https://kubernetes.default.svc',
            namespace: name,
          },
          syncPolicy: { syncOptions: ['CreateNamespace=true'] },
          ...spec,
        },
      });
    },

    /** The application once it is so; fails after a minute with what it is. */
    async until(name: string, check: (application: Application) => unknown) {
      const end = Date.now() + 60_000;
      for (;;) {
        const { body } = await argocd('GET', `/applications/${name}`);
        if (body.status && check(body)) return body;
        if (Date.now() > end) throw new Error(JSON.stringify(body));
        await new Promise(resolve => setTimeout(resolve, 15));
      }
    },

    /** Collects what the stream tells of an application from now on. */
    async watch(name: string) {
      const aborter = new AbortController();
      const { body } = await fetch(
        `${sandbox.urls.argocd}/api/v1/stream/applications?name=${name}`,
        {
          headers: { authorization: 'Bearer argocd-sandbox-token' },
          signal: aborter.signal,
        },
      );
      const changes: { type: string; application: Application }[] = [];
      const read = async () => {
        let rest = '';
        for await (const chunk of body!) {
          rest += Buffer.from(chunk).toString();
          const events = rest.split('\n\n');
          rest = events.pop() ?? '';
          for (const event of events)
            changes.push(JSON.parse(event.replace('data: ', '')).result);
        }
      };
      const ended = read().catch(error => {
        if (!aborter.signal.aborted) throw error;
      });
      return {
        changes,
        async stop() {
          aborter.abort();
          await ended;
        },
      };
    },

    /** Waits until there is no such application. */
    async untilGone(name: string) {
      const end = Date.now() + 60_000;
      for (;;) {
        const { status, body } = await argocd('GET', `/applications/${name}`);
        // So answers Argo CD where none is named by a project.
        if (status === 403) return;
        if (Date.now() > end) throw new Error(JSON.stringify(body));
        await new Promise(resolve => setTimeout(resolve, 15));
      }
    },

    async restart() {
      await sandbox.stop();
      sandbox = await launch();
    },
    async stop() {
      await sandbox.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A Deployment and its Service. */
export function shop(
  options: {
    image?: string;
    replicas?: number;
    selector?: string;
    behaviour?: string;
  } = {},
): string {
  const {
    image = 'ghcr.io/mini-org/shop:1.0.0',
    replicas = 1,
    selector = 'shop',
    behaviour = 'none',
  } = options;
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: shop
spec:
  replicas: ${replicas}
  selector:
    matchLabels:
      app: ${selector}
  template:
    metadata:
      labels:
        app: ${selector}
      annotations:
        sandbox.portico/behaviour: ${behaviour}
    spec:
      containers:
        - name: shop
          image: ${image}
---
apiVersion: v1
kind: Service
metadata:
  name: shop
spec:
  selector:
    app: ${selector}
  ports:
    - port: 80
`;
}
