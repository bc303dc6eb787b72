export { healthModuleKubernetes as default } from './module';
