import {
  applicationsOf,
  environmentOf,
  namesApplications,
  type Application,
  type ArgocdInstances,
} from '@portico/plugin-argocd-node';
import type { DeliveryStore } from '../store/DeliveryStore';
import type { Deployment, NewDeployment } from '../store/types';
import type { Counted } from './componentsOf';
import { newDeployments, type Entry } from './newDeployments';
import { slugOf } from './slugOf';
import type { Outcome, Step } from './Step';

const SLUG_ANNOTATION = 'github.com/project-slug';
/** One attempt and one repetition: the next collection is never far. */
const PATIENCE = { timeoutMs: 10_000, retries: 1 };

interface DeploymentsStepOptions {
  instances: ArgocdInstances;
  store: DeliveryStore;
  environment: string;
  components: () => Counted[];
}

/** Takes down what Argo CD's history has, before it forgets it: one list of each instance. */
export class DeploymentsStep implements Step {
  readonly source = 'argocd';
  readonly #options: DeploymentsStepOptions;

  constructor(options: DeploymentsStepOptions) {
    this.#options = options;
  }

  async run(signal: AbortSignal): Promise<Outcome> {
    const { instances, store, components } = this.#options;
    const names = instances.list().map(({ name }) => name);
    if (names.length === 0) {
      throw new Error('none is configured: set argocd.instances');
    }
    const linked = components().filter(({ entity }) =>
      namesApplications(entity),
    );
    const known = byEntity(await store.deployments.since());
    const problems: string[] = [];
    let silent = 0;
    for (const name of names) {
      const client = instances.client(name, PATIENCE);
      try {
        const applications = await client.list({ signal });
        const found = linked.flatMap(component =>
          this.#read(component, {
            applications,
            instance: name,
            known: known.get(component.facts.entityRef) ?? [],
            urlOf: application => client.pageUrl(application),
            problems,
          }),
        );
        await store.deployments.add(found);
      } catch (error) {
        silent += 1;
        problems.push((error as Error).message);
      }
    }
    if (silent === names.length) throw new Error(problems[0]);
    return {
      asked: linked.length,
      answered: silent ? 0 : linked.length - problems.length,
      ...(problems.length > 0 && { message: problems[0] }),
    };
  }

  #read(
    { entity, facts }: Counted,
    from: {
      applications: Application[];
      instance: string;
      known: Deployment[];
      urlOf: (application: Application) => string;
      problems: string[];
    },
  ): NewDeployment[] {
    let own: Application[];
    try {
      own = applicationsOf(entity, from.applications);
    } catch (error) {
      from.problems.push(`${facts.title}: ${(error as Error).message}`);
      return [];
    }
    const slug = entity.metadata.annotations?.[SLUG_ANNOTATION];
    const known: Parameters<typeof newDeployments>[1] = [...from.known];
    return own
      .filter(it => environmentOf(it, entity) === this.#options.environment)
      .flatMap(application => {
        const repositoryUrl = repositoryOf(application);
        const found = newDeployments(historyOf(application), known, {
          entityRef: facts.entityRef,
          application: `${from.instance}/${application.metadata.name}`,
          repositoryUrl,
          url: from.urlOf(application),
          ...reasonOf(repositoryUrl, slug),
        });
        known.push(...found);
        return found;
      });
  }
}

/** Oldest first. https://argo-cd.readthedocs.io/en/stable/operator-manual/application.yaml */
function historyOf({ status }: Application): Entry[] {
  return (status?.history ?? []).map(({ revision, revisions, deployedAt }) => ({
    revision: revision || revisions?.[0] || '',
    deployedAt: new Date(deployedAt).toISOString(),
  }));
}

function repositoryOf({ spec }: Application): string {
  return spec.source?.repoURL ?? spec.sources?.[0]?.repoURL ?? '';
}

/** Commits of another repository than the component's say little of its changes. */
function reasonOf(repositoryUrl: string, slug?: string) {
  const deployed = slugOf(repositoryUrl);
  if (!deployed) {
    return {
      commitsReason: `deployed from ${repositoryUrl || 'no repository'}`,
    };
  }
  return slug && slug.toLowerCase() !== deployed.toLowerCase()
    ? { commitsReason: `deployed from ${deployed}, not from ${slug}` }
    : {};
}

function byEntity(deployments: Deployment[]): Map<string, Deployment[]> {
  const groups = new Map<string, Deployment[]>();
  for (const deployment of deployments) {
    const group = groups.get(deployment.entityRef);
    if (group) group.push(deployment);
    else groups.set(deployment.entityRef, [deployment]);
  }
  return groups;
}
