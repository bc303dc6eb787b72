import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { AllocationProvider } from './AllocationProvider';
import type { CostProvider } from './CostProvider';
import type { UnitProvider } from './UnitProvider';

/** Where backend modules add the bills that they read, and what these are split and divided by. */
export interface CostExtensionPoint {
  /** @throws where there is one of the same id */
  addProvider(provider: CostProvider): void;
  /** @throws where there is one of the same id, or one for the same cluster */
  addAllocationProvider(provider: AllocationProvider): void;
  /** @throws where there is one of the same id, or one for the same unit */
  addUnitProvider(provider: UnitProvider): void;
}

export const costExtensionPoint = createExtensionPoint<CostExtensionPoint>({
  id: 'cost',
});
