export { scaffolderModuleAwsIdentity as default } from './module';
