import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { Icon } from '@portico/ui';

/** Delivery: how fast and how safely changes reach production. */
export default createFrontendPlugin({
  pluginId: 'delivery',
  title: 'Delivery',
  icon: <Icon name="trend" />,
  extensions: [],
});
