export { searchModuleEmbedded as default } from './module';
