import type {
  Application,
  ArgocdClient,
  ArgocdInstances,
} from '@portico/plugin-argocd-node';
import type { LoggerService } from '@backstage/backend-plugin-api';

/** A revision that an environment ran, or runs. */
export interface Deployment {
  revision: string;
  /** ISO 8601. */
  deployedAt: string;
  /** How long it ran until the next one; until now for the latest. */
  lastedSeconds: number;
}

/** What Argo CD knows of one environment. */
export interface EnvironmentState {
  name: string;
  url: string;
  revision?: string;
  sync: string;
  health: string;
  /** Newest first. */
  history: Deployment[];
}

/** Reads from Argo CD what runs where. */
export class Deployments {
  readonly #instances: ArgocdInstances;

  constructor(instances: ArgocdInstances) {
    this.#instances = instances;
  }

  /** `undefined` where there is no such application. */
  async read(
    name: string,
    options: { instance?: string; logger: LoggerService; signal?: AbortSignal },
  ): Promise<EnvironmentState | undefined> {
    const { instance, logger, signal } = options;
    const client: ArgocdClient = this.#instances.client(instance, {
      onRetry: retry => logger.warn(retry.message),
    });
    const [found] = await client.list({ name, signal });
    return found && describe(found, client.pageUrl(found));
  }
}

function describe(application: Application, url: string): EnvironmentState {
  const { metadata, status } = application;
  const entries = [...(status?.history ?? [])].sort((a, b) => b.id - a.id);
  return {
    name: metadata.name,
    url,
    revision: status?.sync?.revision,
    sync: status?.sync?.status ?? 'Unknown',
    health: status?.health?.status ?? 'Unknown',
    history: entries.flatMap(({ revision, deployedAt }, index) => {
      const next = entries[index - 1]?.deployedAt;
      const end = next ? Date.parse(next) : Date.now();
      const lasted = Math.max(0, end - Date.parse(deployedAt)) / 1000;
      return revision
        ? [{ revision, deployedAt, lastedSeconds: Math.round(lasted) }]
        : [];
    }),
  };
}
