import type { World } from '../../../world';
import type { Content } from './Content';
import { alertRules } from './service/alertRules';
import { logsDashboard } from './service/logsDashboard';
import { redDashboard } from './service/redDashboard';
import { libraryPanels } from './shared/libraryPanels';
import { sharedDashboards } from './shared/sharedDashboards';

/**
 * Folders, dashboards, library panels and alert rules of the mini-org: those of the golden path for each component with
 * a workload, what all share, and the gallery of panels.
 *
 * @param urls base URL of GitHub, where the runbooks are
 */
export function createContent(world: World, urls: { github: string }): Content {
  const services = world.components.filter(
    one => one.replicas > 0 && !one.unlinked,
  );
  const place = { ...urls, organization: world.organization };
  return {
    folders: world.teams.map(({ name, title }) => ({ uid: name, title })),
    dashboards: [
      ...services.flatMap(one => [redDashboard(one), logsDashboard(one)]),
      ...sharedDashboards(),
    ],
    libraryPanels: libraryPanels(),
    alertRules: services
      .filter(({ tier }) => tier === 'critical')
      .flatMap(one => alertRules(one, place)),
  };
}
