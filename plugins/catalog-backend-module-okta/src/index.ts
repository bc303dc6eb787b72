export { catalogModuleOkta as default } from './module';
