export { Bill, RESTATED_DAYS } from './Bill';
export type { Charge, Micros } from './Charge';
export { eventsOf, type BillEvent } from './events';
export { CLUSTER, nodeCount } from './resources/cluster';
export { chance } from './chance';
export { usageOn } from './usage';
