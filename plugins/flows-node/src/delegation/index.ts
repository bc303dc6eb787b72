export { Delegation } from './Delegation';
