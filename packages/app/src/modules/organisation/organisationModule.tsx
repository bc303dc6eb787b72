import {
  createFrontendModule,
  createRouteRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { Icon } from '@portico/ui';

const organisationPage = PageBlueprint.make({
  name: 'organisation',
  params: {
    path: '/organisation',
    routeRef: createRouteRef(),
    title: 'Organisation',
    icon: <Icon name="people" />,
    loader: () =>
      import('./OrganisationPage').then(m => <m.OrganisationPage />),
  },
});

/** The page with the teams, at `/organisation`. */
export const organisationModule = createFrontendModule({
  pluginId: 'app',
  extensions: [organisationPage],
});
