export { BareGitRepositories, RefMovedError } from './BareGitRepositories';
export type * from './GitRepositories';
