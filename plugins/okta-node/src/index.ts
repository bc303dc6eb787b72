export { toEntityName, toUserName } from './toEntityName';
