export { matchesFilter } from './matchesFilter';
export { parseFilter, type Filter } from './parseFilter';
