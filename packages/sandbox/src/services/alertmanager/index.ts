export { AlertmanagerService } from './AlertmanagerService';
