import type { ContentLibraryPanel } from '../Content';
import { reduce, thresholds } from '../build/looks';
import { panel, type Panel } from '../build/panel';
import { csv, promNow } from '../build/targets';

/** Names of panels in the library, as dashboards have them. */
export const ERROR_BUDGET = {
  uid: 'lib-error-budget',
  name: 'Requests that failed in 7 days',
};
export const SHARED_NUMBER = {
  uid: 'lib-number',
  name: 'A number from the library',
};
/** One that was deleted while a dashboard still has it. */
export const DELETED_PANEL = {
  uid: 'lib-deleted',
  name: 'A panel that was deleted',
};

/** The panels of the library; all are the platform team's. */
export function libraryPanels(): ContentLibraryPanel[] {
  return [
    inLibrary(
      ERROR_BUDGET,
      'Part of the requests of all services that failed.',
      panel('stat', ERROR_BUDGET.name, {
        defaults: {
          unit: 'percentunit',
          decimals: 3,
          color: { mode: 'thresholds' },
          thresholds: thresholds(
            [null, 'green'],
            [0.001, 'orange'],
            [0.01, 'red'],
          ),
        },
        options: { ...reduce(), colorMode: 'background', graphMode: 'none' },
        targets: [
          promNow(
            'sum(increase(http_server_request_duration_seconds_count{environment="$environment",http_response_status_code=~"5.."}[7d])) / sum(increase(http_server_request_duration_seconds_count{environment="$environment"}[7d]))',
            'failed',
          ),
        ],
      }),
    ),
    inLibrary(
      SHARED_NUMBER,
      'The same on every dashboard.',
      panel('stat', SHARED_NUMBER.name, {
        defaults: { unit: 'bytes' },
        options: { ...reduce(), colorMode: 'value', graphMode: 'none' },
        targets: [csv('value\n1024\n2048')],
      }),
    ),
  ];
}

function inLibrary(
  { uid, name }: { uid: string; name: string },
  description: string,
  { gridPos: _, ...model }: Panel,
): ContentLibraryPanel {
  const type = String(model.type);
  return {
    uid,
    name,
    folderUid: 'platform',
    type,
    description,
    model: { ...model, description, libraryPanel: { uid, name } },
  };
}
