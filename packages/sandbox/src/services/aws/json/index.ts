export { conflict, invalid, notFound, unsatisfied } from './errors';
export { Input } from './Input';
export { JsonApi, type Operation } from './JsonApi';
export { paginate } from './paginate';
