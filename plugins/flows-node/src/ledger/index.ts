export { DatabaseFlowLedger } from './DatabaseFlowLedger';
export {
  PART_OF,
  type FlowLedger,
  type LedgerContext,
  type LedgerThing,
} from './FlowLedger';
export { flowLedgerServiceRef } from './flowLedgerServiceRef';
