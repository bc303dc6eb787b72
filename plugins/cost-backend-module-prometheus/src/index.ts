export { costModulePrometheus as default } from './module';
