/** For tests of what writes the ledger, or goes through the guard. */
export { createTestGuard } from './testUtils/createTestGuard';
export { MemoryFlowLedger } from './testUtils/MemoryFlowLedger';
