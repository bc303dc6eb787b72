export { MailService } from './MailService';
