export { ControlService } from './ControlService';
