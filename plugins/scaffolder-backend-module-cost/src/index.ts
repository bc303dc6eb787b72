export { scaffolderModuleCost as default } from './module';
