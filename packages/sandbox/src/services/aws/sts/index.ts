export { StsApi } from './StsApi';
