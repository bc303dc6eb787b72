export { AzureBill, type AzureCharge } from './AzureBill';
export { Bill } from './Bill';
export type { Charge, Micros } from './Charge';
export { eventsOf, type BillEvent } from './events';
export { CLUSTER, nodeCount } from './resources/cluster';
export { chance } from './chance';
export { usageOn } from './usage';
export { RESTATED_DAYS } from './usageCharge';
export { RETENTION, retentionDay } from './retention';
