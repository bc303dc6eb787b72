import { styled } from '@mui/material/styles';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useEnvironments } from '../useEnvironments';
import { DeploymentsSection } from './DeploymentsSection';
import { EnvironmentsSection } from './EnvironmentsSection';

const Stack = styled('div')({
  display: 'grid',
  gap: 28,
  minWidth: 0,
  paddingTop: 20,
});

/** The entity's Argo CD tab: what runs where now, and how it came there. */
export function ArgoCdTab() {
  const { entity } = useEntity();
  const state = useEnvironments(entity);
  return (
    <Stack>
      <EnvironmentsSection entity={entity} state={state} />
      {state.environments && state.environments.length > 0 && (
        <DeploymentsSection
          entity={entity}
          environments={state.environments}
          stale={!!state.error}
        />
      )}
    </Stack>
  );
}
