/**
 * Annotations of an entity. The first four mean what they mean in the community's Grafana plugin, so that catalogs
 * which have them work as they are:
 * https://github.com/backstage/community-plugins/tree/main/workspaces/grafana/plugins/grafana/docs
 */

/**
 * Which dashboards belong to the entity: one tag, or an expression over `title`, `tags`, `url`, `folderTitle`,
 * `folderUrl` and, beside those of the community's plugin, `uid` and `folderUid`, e.g.
 * `(tags @> 'orders' || tags @> 'orders-slo') && folderTitle == 'Commerce'`. The entity's name as a tag if absent.
 */
export const DASHBOARD_SELECTOR = 'grafana/dashboard-selector';

/** Labels of alert rules that belong to the entity, e.g. `service=orders`; several are separated by commas, and each is enough. `service=<entity name>` if absent. */
export const ALERT_LABEL_SELECTOR = 'grafana/alert-label-selector';

/** Address (or uid) of the dashboard whose panels the overview shows; `viewPanel=panel-4` in it chooses one panel. */
export const OVERVIEW_DASHBOARD = 'grafana/overview-dashboard';

/** Which of the configured instances the entity's dashboards are in. All of them if absent. */
export const HOST_ID = 'grafana/host-id';

/** The same, as later versions of the community's plugin call it. */
export const SOURCE_ID = 'grafana/source-id';

/** Ids of one to four panels of the overview's dashboard, e.g. `2, 5`. The first two that are drawn if absent. */
export const OVERVIEW_PANELS = 'grafana/overview-panels';

/** Values for variables of the dashboards, e.g. `service=orders, region=eu`, beside those that Portico knows. */
export const VARIABLES = 'grafana/variables';
