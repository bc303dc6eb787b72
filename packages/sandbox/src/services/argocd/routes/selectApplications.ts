import { parseLabelSelector } from '../../kubernetes/objects/selectors';
import { sourcesOf, type Application } from '../types';

/** Whether an application is among those that a query asks for: by labels, project, name and repository. */
export function selectApplications(
  query: Record<string, unknown>,
): (application: Application) => boolean {
  const labels = parseLabelSelector(String(query.selector ?? ''));
  const projects = [query.projects ?? query.project ?? []].flat();
  return ({ metadata, spec }) =>
    labels(metadata.labels) &&
    (!projects.length || projects.includes(spec.project)) &&
    (!query.name || metadata.name === query.name) &&
    (!query.repo ||
      sourcesOf(spec).some(source => source.repoURL === query.repo));
}
