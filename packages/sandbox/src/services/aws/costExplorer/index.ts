export { BillReader } from './BillReader';
export { createCostExplorerApi } from './createCostExplorerApi';
