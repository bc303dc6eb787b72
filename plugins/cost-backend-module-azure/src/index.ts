export { costModuleAzure as default } from './module';
