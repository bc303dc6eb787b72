export { scaffolderModuleFlows as default } from './module';
