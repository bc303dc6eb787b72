export { BareGitRepositories } from './BareGitRepositories';
export { RefMovedError } from './RefMovedError';
export type * from './GitRepositories';
