export { healthModuleAlertmanager as default } from './module';
