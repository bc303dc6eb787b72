import { useRouteRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { TextLink } from '@portico/ui';
import { rootRouteRef } from '../routes';
import { useEnvironments } from '../useEnvironments';
import { EnvironmentsSection } from './EnvironmentsSection';

/** The environments among the cards of the entity's overview. */
export function EnvironmentsCard() {
  const { entity } = useEntity();
  const state = useEnvironments(entity);
  const tab = useRouteRef(rootRouteRef);
  return (
    <EnvironmentsSection
      entity={entity}
      state={state}
      link={tab && <TextLink to={tab()}>Deployments</TextLink>}
    />
  );
}
