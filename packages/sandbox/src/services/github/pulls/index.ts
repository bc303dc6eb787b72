export {
  autoMerge,
  autoMergeOf,
  disableAutoMerge,
  enableAutoMerge,
} from './autoMerge';
export { mergePull, type MergeMethod } from './mergePull';
export { requestOwners } from './requestOwners';
export { unmetRequirements, verdicts } from './requirements';
export { dismissStale, reviewPull } from './reviewPull';
export { updateBranch } from './updateBranch';
