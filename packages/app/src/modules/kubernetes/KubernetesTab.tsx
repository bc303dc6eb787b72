import { useEntity } from '@backstage/plugin-catalog-react';
import {
  detectErrors,
  kubernetesClustersReadPermission,
  kubernetesResourcesReadPermission,
} from '@backstage/plugin-kubernetes-common';
import {
  Cluster,
  DetectedErrorsContext,
  ErrorReporting,
  useKubernetesObjects,
} from '@backstage/plugin-kubernetes-react';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  EmptyState,
  ErrorState,
  Section,
  TextLink,
  Waiting,
} from '@portico/ui';
import styles from './KubernetesTab.module.css';
import { MissingAnswers } from './MissingAnswers';
import { readAnswers } from './readAnswers';

/** How often the clusters are asked, in milliseconds. */
const INTERVAL = 10_000;

function Clusters() {
  const { entity } = useEntity();
  const { kubernetesObjects, error } = useKubernetesObjects(entity, INTERVAL);
  if (error) {
    return (
      <Section title="Clusters" tone="stale">
        <ErrorState
          what="Unknown: Kubernetes has not answered."
          why={`${error}. Asked again every 10 s.`}
          action={
            <TextLink to="/sources#kubernetes">Status of sources</TextLink>
          }
        />
      </Section>
    );
  }
  if (!kubernetesObjects) return <Waiting rows={5} what="Kubernetes" />;
  const { name } = entity.metadata;
  const answers = readAnswers(kubernetesObjects.items);
  const { answered } = answers;
  const detected = detectErrors({ items: answered });
  if (kubernetesObjects.items.length === 0) {
    return (
      <Section title="Clusters">
        <EmptyState
          what={`No cluster has anything of ${name}`}
          why="Its deployments, pods and services appear here once a cluster holds objects with the label that its catalog-info.yaml names."
        />
      </Section>
    );
  }
  return (
    <DetectedErrorsContext.Provider value={[...detected.values()].flat()}>
      <MissingAnswers answers={answers} />
      {answered.length > 0 && (
        <ErrorReporting
          detectedErrors={detected}
          clusters={answered.map(item => item.cluster)}
        />
      )}
      {answered.map(item => (
        <Cluster
          key={item.cluster.name}
          clusterObjects={item}
          podsWithErrors={
            new Set(
              detected
                .get(item.cluster.name)
                ?.filter(({ sourceRef }) => sourceRef.kind === 'Pod')
                .map(({ sourceRef }) => sourceRef.name),
            )
          }
        />
      ))}
    </DetectedErrorsContext.Provider>
  );
}

/**
 * Replaces the plugin's own tab, which counts the pods of a cluster that did
 * not answer as "0 pods, no pods with errors". The clusters that did are drawn
 * by the plugin's parts.
 */
export function KubernetesTab() {
  const clusters = usePermission({
    permission: kubernetesClustersReadPermission,
  });
  const resources = usePermission({
    permission: kubernetesResourcesReadPermission,
  });
  if (clusters.loading || resources.loading) return null;
  return (
    <div className={styles.tab}>
      {clusters.allowed && resources.allowed ? (
        <Clusters />
      ) : (
        <Section title="Clusters">
          <EmptyState
            what="What runs in Kubernetes is for engineers"
            why="Ask the platform team if you need to see it."
          />
        </Section>
      )}
    </div>
  );
}
