export { OpenCostService } from './OpenCostService';
