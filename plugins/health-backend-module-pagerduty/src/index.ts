export { healthModulePagerDuty as default } from './module';
