export { scaffolderModuleOkta as default } from './module';
