import type { Incidents } from '../../../incidents';
import type { Kit } from '../../../kit';
import type { World } from '../../../world';
import type { SeriesSource } from '../../prometheus';
import type { DatasourceSetup } from './Datasource';
import { LokiDatasource } from './loki/LokiDatasource';
import { WorldLogs } from './loki/logs/WorldLogs';
import { PrometheusDatasource } from './prometheus/PrometheusDatasource';
import { TestDataDatasource } from './testdata/TestDataDatasource';

/** What the data sources read. */
export interface DatasourceOptions {
  kit: Pick<Kit, 'clock' | 'urls'>;
  world: World;
  /** The same series that Prometheus serves. */
  source: SeriesSource;
  incidents: Incidents;
}

/** The data sources that the mini-org's Grafana is set up with. */
export function createDatasources(
  options: DatasourceOptions,
): DatasourceSetup[] {
  const { kit, source } = options;
  const logs = new WorldLogs(options);
  const now = () => kit.clock.now().getTime();
  const setup = { isDefault: false, access: 'proxy' as const, jsonData: {} };
  return [
    {
      ...setup,
      uid: 'prometheus',
      name: 'Prometheus',
      type: 'prometheus',
      url: kit.urls.prometheus,
      isDefault: true,
      jsonData: { httpMethod: 'POST', timeInterval: '15s' },
      datasource: new PrometheusDatasource({ source, now }),
    },
    {
      ...setup,
      uid: 'loki',
      name: 'Loki',
      type: 'loki',
      // There is no server beside Grafana: its lines are made where they are asked for.
      url: 'http://loki.mini-org.internal:3100',
      jsonData: { maxLines: 1000 },
      datasource: new LokiDatasource({ source: logs, now }),
    },
    {
      ...setup,
      uid: 'testdata',
      name: 'TestData',
      type: 'grafana-testdata-datasource',
      url: '',
      datasource: new TestDataDatasource({ clock: kit.clock }),
    },
  ];
}
