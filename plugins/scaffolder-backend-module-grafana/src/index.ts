export { scaffolderModuleGrafana as default } from './module';
