export { scaffolderModuleRecovery as default } from './module';
