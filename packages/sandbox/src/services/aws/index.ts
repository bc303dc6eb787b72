export { AwsService } from './AwsService';
