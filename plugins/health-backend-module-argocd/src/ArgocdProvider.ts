import {
  applicationsOf,
  environmentOf,
  namesApplications,
  type Application,
  type ArgocdInstances,
} from '@portico/plugin-argocd-node';
import type { Deploy } from '@portico/plugin-health-common';
import type {
  HealthCollection,
  HealthProvider,
  HealthSubject,
} from '@portico/plugin-health-node';
import { assess } from './assess';
import { deploysOf } from './deploysOf';

/** One attempt and one repetition: the next collection is never far. */
const PATIENCE = { timeoutMs: 10_000, retries: 1 };

/** One list of all applications an instance serves all entities. */
export class ArgocdProvider implements HealthProvider {
  readonly id = 'argocd';
  readonly title = 'Argo CD';
  readonly instances: readonly string[];
  readonly #instances: ArgocdInstances;

  constructor(instances: ArgocdInstances) {
    this.#instances = instances;
    this.instances = instances.list().map(({ name }) => name);
  }

  appliesTo(subject: HealthSubject): boolean {
    return namesApplications(subject.entity);
  }

  async collect(
    subjects: HealthSubject[],
    options: { signal: AbortSignal; now: Date },
  ): Promise<HealthCollection> {
    const collection: HealthCollection = {
      signals: new Map(),
      gaps: [],
      deploys: new Map(),
      requests: this.instances.length,
    };
    const answers = await Promise.allSettled(
      this.instances.map(async instance => {
        const client = this.#instances.client(instance, PATIENCE);
        const applications = await client.list({ signal: options.signal });
        return { client, instance, applications };
      }),
    );
    answers.forEach((answer, index) => {
      if (answer.status === 'rejected') {
        collection.gaps.push({
          instance: this.instances[index],
          message: (answer.reason as Error).message,
        });
        return;
      }
      const { client, instance, applications } = answer.value;
      for (const subject of subjects) {
        this.#add(collection, subject, {
          applications,
          instance,
          urlOf: application => client.pageUrl(application),
          now: options.now,
        });
      }
    });
    if (answers.every(({ status }) => status === 'rejected')) {
      throw (answers[0] as PromiseRejectedResult).reason;
    }
    return collection;
  }

  #add(
    { signals, gaps, deploys }: HealthCollection,
    subject: HealthSubject,
    from: {
      applications: Application[];
      instance: string;
      urlOf: (application: Application) => string;
      now: Date;
    },
  ) {
    const { entityRef } = subject;
    let own: Application[];
    try {
      own = applicationsOf(subject.entity, from.applications);
    } catch (error) {
      gaps.push({ entityRefs: [entityRef], message: (error as Error).message });
      return;
    }
    for (const application of own) {
      const environment = environmentOf(application, subject.entity);
      const url = from.urlOf(application);
      const found = assess(application, { ...from, environment, url });
      signals.set(entityRef, [...(signals.get(entityRef) ?? []), ...found]);
      const [newest] = deploysOf(application, { environment, url });
      if (environment === 'production' && newest) {
        deploys?.set(entityRef, later(deploys.get(entityRef), newest));
      }
    }
  }
}

function later(one: Deploy | undefined, other: Deploy): Deploy {
  return one && one.at > other.at ? one : other;
}
