export { createEstimateRoutes } from './estimateRoutes';
export { Estimator } from './Estimator';
export { readPrices } from './readPrices';
