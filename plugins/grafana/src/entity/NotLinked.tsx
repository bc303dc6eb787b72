import { useRouteRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  DASHBOARD_SELECTOR,
  type DashboardList,
} from '@portico/plugin-grafana-common';
import { ButtonLink, CopyBlock, EmptyState } from '@portico/ui';
import { selectedTemplateRouteRef } from '../routes';
import { useEntityRef } from './useDashboards';

const TEMPLATE = { namespace: 'default', templateName: 'add-annotations' };

/** An entity without dashboards: what chose none, the lines that would choose some, and the form that proposes them. */
export function NotLinked({ list }: { list: DashboardList }) {
  const { name } = useEntity().entity.metadata;
  const entityRef = useEntityRef();
  const form = useRouteRef(selectedTemplateRouteRef)?.(TEMPLATE);
  const selector = `tags @> '${name}'`;
  const filled = new URLSearchParams({
    entity: entityRef,
    formData: JSON.stringify({
      annotations: [{ name: DASHBOARD_SELECTOR, value: selector }],
    }),
  });
  return (
    <EmptyState
      what={`No dashboards are linked to ${name}`}
      why={`None fits ${list.selector}. Tag a dashboard with ${name} in Grafana, or say in catalog-info.yaml which ones belong to it.`}
      action={
        form && (
          <ButtonLink to={`${form}?${filled}`}>Open a pull request</ButtonLink>
        )
      }
    >
      <CopyBlock
        text={`metadata:\n  annotations:\n    ${DASHBOARD_SELECTOR}: "${selector}"`}
        label="Lines for catalog-info.yaml"
      />
    </EmptyState>
  );
}

const CONFIG = `grafana:
  instances:
    - name: main
      url: https://grafana.example.com
      token: \${GRAFANA_TOKEN}`;

/** A portal without Grafana: whom to ask, and the key for whoever is asked. */
export function NotConnected() {
  return (
    <EmptyState
      what="Grafana is not connected"
      why="Ask the platform team. For platform engineers: set the keys below and restart; the token is that of a service account with the role Viewer."
    >
      <CopyBlock text={CONFIG} label="Lines for app-config.yaml" />
    </EmptyState>
  );
}
