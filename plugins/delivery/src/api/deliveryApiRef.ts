import { createApiRef } from '@backstage/frontend-plugin-api';
import type {
  DeliveryOverview,
  EntityDelivery,
} from '@portico/plugin-delivery-common';

/** By what components are grouped. */
export type GroupBy = 'owner' | 'system';

/** What the pages ask of the delivery backend. All of it fails with a `ResponseError`. */
export interface DeliveryApi {
  /** Of everything that the caller may see. */
  overview(query: { days: number; by: GroupBy }): Promise<DeliveryOverview>;
  /** `NotFoundError` for what does not run, or is not the caller's to see. */
  entity(entityRef: string, days?: number): Promise<EntityDelivery>;
}

/** Client of the delivery backend. */
export const deliveryApiRef = createApiRef<DeliveryApi>().with({
  id: 'plugin.delivery.client',
  pluginId: 'delivery',
});
