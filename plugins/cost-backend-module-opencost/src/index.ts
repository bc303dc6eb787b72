export { costModuleOpenCost as default } from './module';
