import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { Icon } from '@portico/ui';

/** Grafana: an entity's dashboards, drawn on its page. */
export default createFrontendPlugin({
  pluginId: 'grafana',
  title: 'Dashboards',
  icon: <Icon name="chart" />,
  extensions: [],
});
