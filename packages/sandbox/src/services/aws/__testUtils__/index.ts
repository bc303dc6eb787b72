export { eventually, TestAws } from './TestAws';
