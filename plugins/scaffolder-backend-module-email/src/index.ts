export { scaffolderModuleEmail as default } from './module';
