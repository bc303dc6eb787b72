/** For tests of what writes the ledger, goes through the guard, or asks other plugins. */
export { createTestGuard } from './testUtils/createTestGuard';
export { FakePlugin } from './testUtils/FakePlugin';
export { MemoryFlowLedger } from './testUtils/MemoryFlowLedger';
