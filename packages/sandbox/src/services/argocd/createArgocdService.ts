import { ArgocdService, type ArgocdOptions } from './ArgocdService';

/** Argo CD over the given git and cluster. */
export function createArgocdService(options: ArgocdOptions): ArgocdService {
  return new ArgocdService(options);
}
