import type { Config } from '@backstage/config';
import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import type { ApplicationDestination } from '@portico/plugin-argocd-node';
import { setTimeout as pause } from 'node:timers/promises';
import {
  askKubernetes,
  type ClusterAccess,
  type KubernetesAnswer,
} from './KubernetesCluster';

/** What people put into a namespace; what controllers make of it follows. */
const CONTENTS = [
  '/api/v1/namespaces/{}/pods',
  '/api/v1/namespaces/{}/services',
  '/api/v1/namespaces/{}/configmaps',
  '/api/v1/namespaces/{}/secrets',
  '/api/v1/namespaces/{}/serviceaccounts',
  '/api/v1/namespaces/{}/persistentvolumeclaims',
  '/apis/apps/v1/namespaces/{}/deployments',
  '/apis/apps/v1/namespaces/{}/statefulsets',
  '/apis/apps/v1/namespaces/{}/daemonsets',
  '/apis/batch/v1/namespaces/{}/jobs',
  '/apis/batch/v1/namespaces/{}/cronjobs',
  '/apis/networking.k8s.io/v1/namespaces/{}/ingresses',
];
/** In every namespace. */
const ALWAYS_THERE = ['kube-root-ca.crt', 'default'];
const IN_CLUSTER = ['in-cluster', 'https://kubernetes.default.svc'];
const GONE_MS = 120_000;

/**
 * Namespaces of the clusters that Argo CD deploys to. Argo CD makes them (`CreateNamespace=true`) but
 * never removes them, so this asks Kubernetes itself, as `kubernetes.clusterLocatorMethods` says.
 */
export class Namespaces {
  static fromConfig(config: Config): Namespaces {
    const methods =
      config.getOptionalConfigArray('kubernetes.clusterLocatorMethods') ?? [];
    const clusters = methods
      .filter(method => method.getString('type') === 'config')
      .flatMap(method => method.getConfigArray('clusters'))
      .flatMap((cluster): ClusterAccess[] => {
        const token = cluster.getOptionalString('serviceAccountToken');
        if (!token) return [];
        const ca = cluster.getOptionalString('caData');
        return [
          {
            name: cluster.getString('name'),
            url: cluster.getString('url'),
            token,
            ca: ca && Buffer.from(ca, 'base64').toString(),
            skipTlsVerify: cluster.getOptionalBoolean('skipTLSVerify') ?? false,
          },
        ];
      });
    return new Namespaces(clusters);
  }

  constructor(private readonly clusters: readonly ClusterAccess[]) {}

  /**
   * Name of the cluster behind a destination; `undefined` if the portal has no access to it. Argo CD's
   * own cluster is taken to be the only one that is configured.
   */
  clusterOf(destination: ApplicationDestination): string | undefined {
    const { name, server } = destination;
    const found = this.clusters.find(
      cluster =>
        cluster.name === name ||
        (server !== undefined &&
          new URL(cluster.url).href === new URL(server).href),
    );
    if (found) return found.name;
    const isOwn = IN_CLUSTER.includes(name ?? server ?? '');
    return isOwn && this.clusters.length === 1
      ? this.clusters[0].name
      : undefined;
  }

  async exists(
    cluster: string,
    name: string,
    signal?: AbortSignal,
  ): Promise<boolean> {
    return (await this.#find(cluster, name, signal)) !== undefined;
  }

  /**
   * Removes a namespace in which nothing is, and waits until it is gone.
   *
   * @returns `in use` where somebody has put something into it, so that it was left alone
   */
  async removeIfEmpty(
    cluster: string,
    name: string,
    signal: AbortSignal,
  ): Promise<'removed' | 'absent' | 'in use'> {
    const found = await this.#find(cluster, name, signal);
    if (!found) return 'absent';
    for (const path of CONTENTS) {
      const { items = [] } = await this.#ask(cluster, path, name, signal);
      const own = items.filter(
        ({ metadata }) => !ALWAYS_THERE.includes(metadata.name),
      );
      if (own.length > 0) return 'in use';
    }
    const { uid, resourceVersion } = found.metadata ?? {};
    const answer = await askKubernetes(this.#access(cluster), {
      method: 'DELETE',
      path: `/api/v1/namespaces/${encodeURIComponent(name)}`,
      // Only the very namespace in which nothing was found.
      body: {
        apiVersion: 'v1',
        kind: 'DeleteOptions',
        preconditions: { uid, resourceVersion },
      },
      signal,
    });
    if (answer.status !== 404 && answer.status >= 300) {
      throw refusal(cluster, `removing namespace ${name}`, answer);
    }
    const deadline = Date.now() + GONE_MS;
    while (await this.#find(cluster, name, signal)) {
      if (Date.now() > deadline) {
        throw new ServiceUnavailableError(
          `Namespace ${name} is still being removed after ${GONE_MS / 1000} s.`,
        );
      }
      await pause(500, undefined, { signal });
    }
    return 'removed';
  }

  async #find(cluster: string, name: string, signal?: AbortSignal) {
    const answer = await askKubernetes(this.#access(cluster), {
      method: 'GET',
      path: `/api/v1/namespaces/${encodeURIComponent(name)}`,
      signal,
    });
    if (answer.status === 404) return undefined;
    if (answer.status !== 200) {
      throw refusal(cluster, `reading namespace ${name}`, answer);
    }
    return answer.body;
  }

  async #ask(
    cluster: string,
    path: string,
    namespace: string,
    signal: AbortSignal,
  ) {
    const answer = await askKubernetes(this.#access(cluster), {
      method: 'GET',
      path: path.replace('{}', encodeURIComponent(namespace)),
      signal,
    });
    if (answer.status === 404) return {}; // a kind that this cluster does not have
    if (answer.status !== 200) {
      throw refusal(cluster, `looking into namespace ${namespace}`, answer);
    }
    return answer.body;
  }

  #access(name: string): ClusterAccess {
    const found = this.clusters.find(cluster => cluster.name === name);
    if (!found) {
      throw new NotFoundError(
        `There is no cluster '${name}' with a serviceAccountToken under kubernetes.clusterLocatorMethods.`,
      );
    }
    return found;
  }
}

function refusal(
  cluster: string,
  what: string,
  { status, body }: KubernetesAnswer,
): Error {
  return new ServiceUnavailableError(
    `Kubernetes cluster '${cluster}' answered ${status} to ${what}: ${
      body.message ?? 'no message'
    }. Give the service account this right, or remove it by hand.`,
  );
}
