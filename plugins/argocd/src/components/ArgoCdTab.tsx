import { useEntity } from '@backstage/plugin-catalog-react';
import { useEnvironments } from '../useEnvironments';
import styles from './ArgoCd.module.css';
import { DeploymentsSection } from './DeploymentsSection';
import { EnvironmentsSection } from './EnvironmentsSection';

/** The entity's Argo CD tab: what runs where now, and how it came there. */
export function ArgoCdTab() {
  const { entity } = useEntity();
  const state = useEnvironments(entity);
  return (
    <div className={styles.tab}>
      <EnvironmentsSection entity={entity} state={state} />
      {state.environments && state.environments.length > 0 && (
        <DeploymentsSection
          entity={entity}
          environments={state.environments}
          stale={!!state.error}
        />
      )}
    </div>
  );
}
