export { scaffolderModuleArgocd as default } from './module';
export { createArgocdCreateAppAction } from './actions/createApp';
