export { PagerDutyService } from './PagerDutyService';
export { routingKeyOf } from './routingKey';
