import {
  ARGOCD_ANNOTATIONS,
  environmentOf,
  namesApplications,
  type ArgocdInstances,
} from '@portico/plugin-argocd-node';
import type { TimelineEvent } from '@portico/plugin-health-common';
import type {
  HealthSubject,
  HealthTimelineProvider,
} from '@portico/plugin-health-node';
import { deploysOf } from './deploysOf';

const PATIENCE = { timeoutMs: 8_000, retries: 0 };

/** Deploys on an entity's timeline. */
export class ArgocdDeploys implements HealthTimelineProvider {
  readonly id = 'argocd';
  readonly title = 'Argo CD';
  readonly #instances: ArgocdInstances;

  constructor(instances: ArgocdInstances) {
    this.#instances = instances;
  }

  appliesTo(subject: HealthSubject): boolean {
    return namesApplications(subject.entity);
  }

  async events(
    subject: HealthSubject,
    { from, to, signal }: { from: Date; to: Date; signal: AbortSignal },
  ): Promise<TimelineEvent[]> {
    const annotations = subject.entity.metadata.annotations ?? {};
    const selector = annotations[ARGOCD_ANNOTATIONS.selector];
    const name = annotations[ARGOCD_ANNOTATIONS.name];
    const lists = await Promise.all(
      this.#instances.list().map(async instance => {
        const client = this.#instances.client(instance.name, PATIENCE);
        const applications = await client.list(
          selector ? { selector, signal } : { name, signal },
        );
        return applications.flatMap(application =>
          deploysOf(application, {
            environment: environmentOf(application, subject.entity),
            url: client.pageUrl(application),
          }),
        );
      }),
    );
    return lists
      .flat()
      .filter(({ at }) => from <= new Date(at) && new Date(at) <= to)
      .map(({ at, revision, version, environment, url }) => ({
        id: `argocd:${environment}:${revision}:${at}`,
        at,
        kind: 'deploy' as const,
        title: `Deploy ${revision} to ${environment}`,
        detail: version,
        mark: environment === 'production' ? revision : undefined,
        link: url,
      }));
  }
}
