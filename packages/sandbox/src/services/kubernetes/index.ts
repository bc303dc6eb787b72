export { productionServices } from './incidents/productionServices';
export { KubernetesCluster } from './KubernetesCluster';
export { KubernetesService } from './KubernetesService';
export { KUBERNETES_TOKEN } from './routes/authenticate';
export { StatusError } from './StatusError';
export type { KubernetesObject, Manifest } from './objects/types';
