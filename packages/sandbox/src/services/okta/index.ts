export { OktaService } from './OktaService';
