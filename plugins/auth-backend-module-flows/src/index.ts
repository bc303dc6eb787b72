export { authModuleFlows as default } from './module';
