export { ArgocdService, type ArgocdOptions } from './ArgocdService';
export { createArgocdService } from './createArgocdService';
