import type { Incidents } from '../../incidents';
import type { Kit } from '../../kit';
import {
  deployedAt,
  namespaceIn,
  replicasIn,
  type Environment,
  type World,
} from '../../world';
import type { GitRepositories } from '../github/git/GitRepositories';
import type { KubernetesCluster } from '../kubernetes';
import type { ApplicationController } from './applications/ApplicationController';
import type { ArgocdState } from './applications/ArgocdState';
import { CLUSTER } from './applications/validateSpec';
import { pastHistory } from './pastHistory';
import { RenderError } from './render/RenderError';
import type { Application, AppProject } from './types';

/** A project a team, `default`, and an application a component and environment, deployed some time ago. */
export async function seedApplications(options: {
  kit: Kit;
  world: World;
  git: GitRepositories;
  cluster: KubernetesCluster;
  state: ArgocdState;
  controller: ApplicationController;
  incidents: Incidents;
}): Promise<void> {
  const { kit, world, git, cluster, state, controller, incidents } = options;
  const projects = ['default', ...world.teams.map(team => team.name)];
  for (const name of projects) {
    const project: AppProject = {
      metadata: {
        name,
        namespace: 'argocd',
        creationTimestamp: kit.clock.timestamp(),
        resourceVersion: '1',
      },
      spec: {
        description: world.teams.find(team => team.name === name)?.title,
        sourceRepos:
          name === 'default'
            ? ['*']
            : [`${kit.urls.github}/${world.organization}/*`],
        destinations: [{ server: CLUSTER.server, namespace: '*' }],
        clusterResourceWhitelist: [{ group: '*', kind: '*' }],
      },
      status: {},
    };
    state.projects.put(name, project);
  }
  for (const component of world.components.filter(one => one.replicas > 0)) {
    const environments: Environment[] =
      component.tier === 'standard'
        ? ['production']
        : ['production', 'staging'];
    for (const environment of environments) {
      const name = `${component.name}-${environment}`;
      const at =
        (environment === 'production' &&
          deployBefore(incidents, component.name)) ||
        deployedAt(name, kit.clock.now());
      const namespace = namespaceIn(environment, component);
      const source = {
        repoURL: `${kit.urls.github}/${world.organization}/${component.name}.git`,
        path: `deploy/overlays/${environment}`,
        targetRevision: 'HEAD',
      };
      const history =
        environment === 'production'
          ? await pastHistory(git, component, {
              repository: `${world.organization}/${component.name}`,
              source,
              now: kit.clock.now(),
            })
          : [];
      const application = state.save({
        metadata: {
          name,
          uid: '',
          resourceVersion: '',
          creationTimestamp: stamp(at),
          labels: { app: component.name, 'portico/environment': environment },
          finalizers: ['resources-finalizer.argocd.argoproj.io'],
        },
        spec: {
          project: component.owner,
          source,
          destination: { server: CLUSTER.server, namespace },
          syncPolicy: {
            automated: { prune: true, selfHeal: true },
            syncOptions: ['CreateNamespace=true'],
          },
        },
        status: { ...emptyStatus(), ...(history.length && { history }) },
      });
      if (!replicasIn(environment, component)) continue;
      try {
        const apply = await controller.prepare(application);
        cluster.simulate(at, apply);
        controller.noteDeployed(name, stamp(at));
      } catch (error) {
        // No such repository: the application says so once it is refreshed.
        if (!(error instanceof RenderError)) throw error;
      }
    }
  }
}

/** The status of an application that was not looked at yet. */
export function emptyStatus(): Application['status'] {
  return {
    sync: { status: 'Unknown', comparedTo: { destination: {} } },
    health: { status: 'Missing' },
  };
}

/** Three minutes before an incident that a deployment brought, if one is under way. */
function deployBefore(incidents: Incidents, component: string) {
  const brought = incidents
    .open()
    .find(one => one.kind === 'latency' && one.component === component);
  return brought && new Date(brought.startedAt - 180_000);
}

function stamp(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}
