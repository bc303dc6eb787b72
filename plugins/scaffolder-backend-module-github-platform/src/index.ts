export { scaffolderModuleGithubPlatform as default } from './module';
export { createGithubActionsCreateAction } from './actions/actionsCreate';
export { createGithubRepoEnsureAction } from './actions/repoCreate';
export { createGithubRepoPushOnceAction } from './actions/repoPush';
