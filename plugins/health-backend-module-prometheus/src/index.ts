export { healthModulePrometheus as default } from './module';
