export { CleanupStore } from './CleanupStore';
export { CleanupWorker, type Pace } from './CleanupWorker';
export { createCleanupRouter } from './createCleanupRouter';
export { RemoverRegistry } from './RemoverRegistry';
