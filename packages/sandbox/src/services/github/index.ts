export { createGithubService } from './createGithubService';
export { BareGitRepositories } from './git';
export type * from './git/GitRepositories';
