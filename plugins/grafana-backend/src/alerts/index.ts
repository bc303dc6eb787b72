export { AlertService } from './AlertService';
export { createAlertRoutes } from './createAlertRoutes';
