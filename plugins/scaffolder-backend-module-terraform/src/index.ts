export { scaffolderModuleTerraform as default } from './module';
