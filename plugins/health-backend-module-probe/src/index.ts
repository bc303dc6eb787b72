export { healthModuleProbe as default } from './module';
