import type { World } from '../../../world';
import type { Content } from './Content';

/**
 * Folders, dashboards, library panels and alert rules of the mini-org.
 *
 * @param urls base URL of GitHub, where the runbooks are
 */
export function createContent(
  world: World,
  _urls: { github: string },
): Content {
  return {
    folders: world.teams.map(({ name, title }) => ({ uid: name, title })),
    dashboards: [],
    libraryPanels: [],
    alertRules: [],
  };
}
