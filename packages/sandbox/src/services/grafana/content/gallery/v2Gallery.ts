import type { JsonObject } from '../../datasources';
import type { ContentDashboard } from '../Content';
import { legend, reduce } from '../build/looks';
import { libraryPanel, panel } from '../build/panel';
import { csv, prom } from '../build/targets';
import {
  autoGridLayout,
  element,
  gridItem,
  gridLayout,
  rowsLayout,
  tabsLayout,
} from '../build/v2';
import { SHARED_NUMBER } from '../shared/libraryPanels';
import { v2Variables } from './v2Variables';
import { GALLERY_TIME, services, TEAMS } from './values';

const PANELS = {
  chart: panel('timeseries', 'Requests', {
    defaults: { unit: 'reqps' },
    options: legend(['max']),
    targets: [services()],
  }),
  number: panel('stat', 'Requests now', {
    options: { ...reduce(), graphMode: 'area' },
    targets: [services()],
  }),
  table: panel('table', 'Teams with many requests', {
    targets: [csv(TEAMS)],
    transformations: [
      {
        id: 'organize',
        options: {
          excludeByName: { share: true },
          indexByName: {},
          renameByName: { team: 'Team' },
        },
      },
      { id: 'limit', options: { limitField: 2 } },
    ],
  }),
  pods: panel('timeseries', 'Pods of $service', {
    options: legend(),
    targets: [
      prom('sum(up{service="$service",environment="$environment"})', 'pods'),
    ],
    more: { timeFrom: '2h' },
  }),
  ofTeam: panel('text', 'Team $team', {
    options: { mode: 'markdown', content: 'This is **$team**.' },
  }),
  library: libraryPanel(SHARED_NUMBER),
  foreign: panel('geomap', 'Map', {
    targets: [csv('latitude,longitude\n52.52,13.4')],
  }),
};

/** Much of the gallery again in the second schema, with each of its layouts. */
export function v2Gallery(): ContentDashboard {
  const title = 'Panel gallery, second schema';
  const tags = ['panel-gallery', 'v2'];
  return {
    uid: 'panel-gallery-v2',
    title,
    tags,
    folderUid: 'platform',
    schema: 'v2',
    json: {
      title,
      tags,
      description: 'Tabs, rows, grids and automatic grids.',
      cursorSync: 'Tooltip',
      editable: true,
      liveNow: false,
      preload: false,
      links: [],
      annotations: [],
      timeSettings: {
        ...GALLERY_TIME,
        timezone: 'utc',
        autoRefresh: '',
        autoRefreshIntervals: ['30s', '1m', '5m'],
        fiscalYearStartMonth: 0,
        hideTimepicker: false,
      },
      variables: v2Variables(),
      elements: Object.fromEntries(
        Object.entries(PANELS).map(([name, one], index) => [
          name,
          element(index + 1, one),
        ]),
      ),
      layout: layout(),
    },
  };
}

function layout(): JsonObject {
  return tabsLayout([
    {
      title: 'Rows',
      layout: rowsLayout([
        {
          title: 'A grid',
          layout: gridLayout([
            gridItem('chart', [0, 0, 12, 8]),
            gridItem('number', [12, 0, 6, 8]),
            gridItem('library', [18, 0, 6, 8]),
          ]),
        },
        {
          title: 'For $team',
          repeat: 'team',
          layout: gridLayout([gridItem('ofTeam', [0, 0, 8, 3])]),
        },
        {
          title: 'Closed',
          collapse: true,
          layout: autoGridLayout(['foreign']),
        },
      ]),
    },
    { title: 'Automatic grid', layout: autoGridLayout(['table', 'pods']) },
    {
      title: 'Repeated',
      layout: gridLayout([
        gridItem('ofTeam', [0, 0, 8, 4], {
          value: 'team',
          direction: 'h',
          maxPerRow: 3,
        }),
      ]),
    },
  ]);
}
