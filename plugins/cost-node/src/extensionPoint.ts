import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { CostProvider } from './CostProvider';

/** Where backend modules add the bills that they read. */
export interface CostExtensionPoint {
  /** @throws where there is one of the same id */
  addProvider(provider: CostProvider): void;
}

export const costExtensionPoint = createExtensionPoint<CostExtensionPoint>({
  id: 'cost',
});
