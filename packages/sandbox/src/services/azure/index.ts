export { AzureService } from './AzureService';
