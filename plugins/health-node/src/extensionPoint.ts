import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { HealthProvider } from './HealthProvider';
import type { HealthResponder } from './HealthResponder';
import type { HealthSeriesProvider } from './HealthSeriesProvider';
import type { HealthTimelineProvider } from './HealthTimelineProvider';

/** Where modules of the plugin `health` add what they know and can do. An id may be added once for each kind. */
export interface HealthExtensionPoint {
  addProvider(provider: HealthProvider): void;
  addSeriesProvider(provider: HealthSeriesProvider): void;
  addTimelineProvider(provider: HealthTimelineProvider): void;
  addResponder(responder: HealthResponder): void;
}

export const healthExtensionPoint = createExtensionPoint<HealthExtensionPoint>({
  id: 'health.providers',
});
