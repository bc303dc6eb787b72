import { createApiRef } from '@backstage/frontend-plugin-api';
import type { NameAvailability } from '@portico/plugin-flows-common';

/** What the forms ask of the flows backend. */
export interface FlowsApi {
  /**
   * Where a service name is already used.
   * @throws ResponseError if the name is malformed (400) or the backend fails
   */
  checkName(
    name: string,
    options?: { signal?: AbortSignal },
  ): Promise<NameAvailability>;
}

/** Client of the flows backend. */
export const flowsApiRef = createApiRef<FlowsApi>().with({
  id: 'plugin.flows.client',
  pluginId: 'flows',
});
