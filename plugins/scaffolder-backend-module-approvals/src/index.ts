export { scaffolderModuleApprovals as default } from './module';
