import type { ContentDashboard } from '../Content';
import { dashboard } from '../build/dashboard';
import { arrangementSections } from './arrangement';
import { brokenPanels } from './broken';
import { chartPanels } from './charts';
import { fieldPanels } from './fields';
import { foreignPanels } from './foreign';
import { numberPanels } from './numbers';
import { tablePanels } from './tables';
import { timeseriesPanels } from './timeseries';
import { transformationPanels } from './transformations';
import { GALLERY_TIME } from './values';
import { galleryVariables, variablePanels } from './variables';

/**
 * Every kind of panel, option, override, kind of variable and transformation that is drawn outside of Grafana, mostly
 * over values that stand in the queries, so that what must be seen is known.
 */
export function panelGallery(): ContentDashboard {
  return dashboard({
    uid: 'panel-gallery',
    title: 'Panel gallery',
    tags: ['panel-gallery'],
    folderUid: 'platform',
    description:
      'One of each: what panels look like, and what is wrong with some of them on purpose.',
    time: GALLERY_TIME,
    more: { timezone: 'utc', refresh: '' },
    variables: galleryVariables(),
    sections: [
      { title: 'Time series', panels: timeseriesPanels() },
      { title: 'Single values', panels: numberPanels() },
      { title: 'Charts', panels: chartPanels() },
      { title: 'Tables, logs and texts', panels: tablePanels() },
      { title: 'Fields', panels: fieldPanels() },
      { title: 'Transformations', panels: transformationPanels() },
      { title: 'Variables', panels: variablePanels() },
      ...arrangementSections(),
      {
        title: 'Not drawn outside of Grafana',
        collapsed: true,
        panels: foreignPanels(),
      },
      { title: 'Broken on purpose', collapsed: true, panels: brokenPanels() },
    ],
  });
}
