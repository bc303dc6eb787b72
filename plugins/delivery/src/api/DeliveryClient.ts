import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import type { DiscoveryApi, FetchApi } from '@backstage/frontend-plugin-api';
import type {
  DeliveryOverview,
  EntityDelivery,
} from '@portico/plugin-delivery-common';
import type { DeliveryApi, GroupBy } from './deliveryApiRef';

/** Asks the delivery backend over HTTP. */
export class DeliveryClient implements DeliveryApi {
  constructor(
    private readonly deps: { discoveryApi: DiscoveryApi; fetchApi: FetchApi },
  ) {}

  overview({ days, by }: { days: number; by: GroupBy }) {
    const query = new URLSearchParams({ days: String(days), by });
    return this.request<DeliveryOverview>(`/overview?${query}`);
  }

  entity(entityRef: string, days?: number) {
    const { kind, namespace, name } = parseEntityRef(entityRef);
    const path = [kind, namespace, name].map(encodeURIComponent).join('/');
    return this.request<EntityDelivery>(
      `/entities/${path}${days ? `?days=${days}` : ''}`,
    );
  }

  private async request<T>(path: string): Promise<T> {
    const baseUrl = await this.deps.discoveryApi.getBaseUrl('delivery');
    const response = await this.deps.fetchApi.fetch(`${baseUrl}${path}`);
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return response.json();
  }
}
