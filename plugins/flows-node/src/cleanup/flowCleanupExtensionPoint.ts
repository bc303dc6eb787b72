import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { Remover } from './Remover';

/** Where modules of the scaffolder register what takes back what their actions made. */
export interface FlowCleanupExtensionPoint {
  /** @throws Error if a remover of that id is there already */
  addRemovers(...removers: Remover[]): void;
}

/** Provided by `@portico/plugin-scaffolder-backend-module-flows`. */
export const flowCleanupExtensionPoint =
  createExtensionPoint<FlowCleanupExtensionPoint>({
    id: 'portico.flow-cleanup',
  });
