export { DatabaseFlowLedger } from './DatabaseFlowLedger';
export type { FlowLedger, LedgerContext, LedgerThing } from './FlowLedger';
export { flowLedgerServiceRef } from './flowLedgerServiceRef';
