export { PRODUCTION, TestAssignments } from './TestAssignments';
export { eventually, TestAws } from './TestAws';
