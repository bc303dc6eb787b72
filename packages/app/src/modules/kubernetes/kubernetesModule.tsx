import { createFrontendModule } from '@backstage/frontend-plugin-api';
import kubernetesPlugin from '@backstage/plugin-kubernetes/alpha';

/** The plugin's tab, with no count where nothing is known. */
export const kubernetesTab = kubernetesPlugin
  .getExtension('entity-content:kubernetes/kubernetes')
  .override({
    params: {
      loader: () => import('./KubernetesTab').then(m => <m.KubernetesTab />),
    },
  });

/** Kubernetes, where a cluster that is silent is not a cluster without pods. */
export const kubernetesModule = createFrontendModule({
  pluginId: 'kubernetes',
  extensions: [kubernetesTab],
});
