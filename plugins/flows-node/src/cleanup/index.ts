export {
  flowCleanupExtensionPoint,
  type FlowCleanupExtensionPoint,
} from './flowCleanupExtensionPoint';
export type { Remover } from './Remover';
