import Link from '@mui/material/Link';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Link as RouterLink } from 'react-router-dom';
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
      link={
        tab && (
          <Link component={RouterLink} to={tab()}>
            Deployments
          </Link>
        )
      }
    />
  );
}
