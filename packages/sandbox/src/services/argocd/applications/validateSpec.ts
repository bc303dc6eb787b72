import { ArgocdError } from '../ArgocdError';
import { RenderError } from '../render/RenderError';
import type { Renderer } from '../render/Renderer';
import { sourcesOf, type Application, type AppProject } from '../types';
import type { ArgocdState } from './ArgocdState';

/** The one cluster that is registered. */
export const CLUSTER = {
  name: 'in-cluster',
  server: 'https://kubernetes.default.svc',
};

function matches(pattern: string | undefined, value: string): boolean {
  if (pattern === undefined) return false;
  const source = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${source.replace(/\*/g, '.*')}$`).test(value);
}

/** Why an application may not be what it is in its project, in Argo CD's words. */
export function projectProblem(
  project: AppProject,
  application: Pick<Application, 'spec'>,
): string | undefined {
  const { destination } = application.spec;
  const { sourceRepos = [], destinations = [] } = project.spec;
  const { name } = project.metadata;
  const { namespace = '' } = destination;
  const server = destination.server ?? CLUSTER.server;
  for (const { repoURL } of sourcesOf(application.spec)) {
    if (!sourceRepos.some(pattern => matches(pattern, repoURL))) {
      return `application repo ${repoURL} is not permitted in project '${name}'`;
    }
  }
  const allowed = destinations.some(
    one =>
      (matches(one.server, server) ||
        matches(one.name, destination.name ?? CLUSTER.name)) &&
      matches(one.namespace ?? '', namespace),
  );
  return allowed
    ? undefined
    : `application destination {${server} ${namespace}} is not permitted in project '${name}'`;
}

/**
 * Checks a spec as the API server does before it writes it.
 *
 * @throws ArgocdError 400 `application spec for <name> is invalid: …`
 */
export async function validateSpec(
  application: Pick<Application, 'metadata' | 'spec'>,
  state: ArgocdState,
  renderer: Renderer,
  options: { renders: boolean },
): Promise<void> {
  const { name } = application.metadata;
  const refuse = (why: string) =>
    new ArgocdError(
      'InvalidArgument',
      `application spec for ${name} is invalid: InvalidSpecError: ${why}`,
    );
  const { project: projectName, destination } = application.spec;
  const sources = sourcesOf(application.spec);
  if (!sources.length || !sources.every(source => source.repoURL)) {
    throw refuse('spec.source.repoURL is required');
  }
  if (!sources.every(source => source.path || source.chart || source.ref)) {
    throw refuse('spec.source.path or spec.source.chart is required');
  }
  if (destination?.server && destination.name) {
    throw refuse(
      `application destination can't have both name and server defined: ${destination.name} ${destination.server}`,
    );
  }
  if (!destination?.server && !destination?.name) {
    throw refuse('Destination server missing from app spec');
  }
  if (destination.name && destination.name !== CLUSTER.name) {
    throw refuse(
      `application destination spec for ${name} is invalid: unable to find destination server: there are no clusters with this name: ${destination.name}`,
    );
  }
  if (destination.server && destination.server !== CLUSTER.server) {
    throw refuse(
      `application destination spec for ${name} is invalid: unable to find destination server: cluster "${destination.server}" not found`,
    );
  }
  const project = state.projects.get(projectName);
  if (!project) {
    throw refuse(
      `application references project ${projectName} which does not exist`,
    );
  }
  const problem = projectProblem(project, application);
  if (problem) throw refuse(problem);
  if (!options.renders) return;
  try {
    await renderer.render(application.spec);
  } catch (error) {
    if (!(error instanceof RenderError)) throw error;
    throw refuse(
      `Unable to generate manifests in ${
        sources[0].path ?? ''
      }: ${error.message.replace(
        /^failed to generate manifest for source \d+ of \d+: /,
        '',
      )}`,
    );
  }
}
