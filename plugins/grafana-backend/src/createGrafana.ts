import type { Config } from '@backstage/config';
import { GrafanaInstances } from '@portico/plugin-grafana-node';
import type { SourceReports } from '@portico/plugin-sources-node';
import { AlertService } from './alerts';
import { EntityDashboards } from './discovery/EntityDashboards';
import { PanelService, readPanelLimits } from './panels';
import { Dashboards } from './reading/Dashboards';
import { Inventory } from './reading/Inventory';
import { reportListing } from './reportListing';
import { readPresets } from './variables/presets';
import { Variables } from './variables/Variables';
import { DashboardViews } from './view/DashboardViews';
import { OverviewService } from './view/OverviewService';

const RANGE_DAYS = 90;

/** Everything of Grafana that knows no HTTP of its own. */
export function createGrafana(options: {
  config: Config;
  reports?: SourceReports;
  /** Those of the config if absent. */
  instances?: GrafanaInstances;
  now?: () => Date;
}) {
  const {
    config,
    reports,
    instances = GrafanaInstances.fromConfig(config),
    now = () => new Date(),
  } = options;
  const dashboards = new Dashboards({ now });
  const entityDashboards = new EntityDashboards({
    instances,
    now,
    onListed: (instance, outcome) =>
      reports && reportListing(reports, instance, outcome),
  });
  return {
    instances,
    entityDashboards,
    overviews: new OverviewService({ dashboards, instances }),
    views: new DashboardViews({
      dashboards,
      inventory: new Inventory({ now }),
      variables: new Variables({ now }),
      presets: readPresets(config),
      rangeDays:
        config.getOptionalNumber('grafana.limits.rangeDays') ?? RANGE_DAYS,
      now,
    }),
    panels: new PanelService({ limits: readPanelLimits(config), now }),
    alerts: new AlertService({ instances, now }),
  };
}
