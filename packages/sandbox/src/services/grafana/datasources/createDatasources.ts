import type { Incidents } from '../../../incidents';
import type { Kit } from '../../../kit';
import type { World } from '../../../world';
import type { SeriesSource } from '../../prometheus';
import type { DatasourceSetup } from './Datasource';

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
  _options: DatasourceOptions,
): DatasourceSetup[] {
  return [];
}
