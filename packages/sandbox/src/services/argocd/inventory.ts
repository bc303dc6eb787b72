import type { Inventory } from '../../kit';
import type { ArgocdState } from './applications/ArgocdState';

/** What a flow can leave in Argo CD. */
export function inventory(state: ArgocdState): Inventory {
  return {
    applications: state.applications
      .list()
      .map(
        ({ metadata }) =>
          `${metadata.name}${metadata.deletionTimestamp ? ' deleting' : ''}`,
      ),
    projects: state.projects.list().map(({ metadata }) => metadata.name),
  };
}
