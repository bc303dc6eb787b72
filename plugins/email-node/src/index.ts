export type { EmailMessage, EmailSender, SentEmail } from './EmailSender';
export { emailSenderServiceRef } from './emailSenderServiceRef';
export { readEmailConfig, type EmailConfig } from './readEmailConfig';
export { escapeHtml } from './render/escapeHtml';
export { fillIn } from './render/fillIn';
export { renderEmail, type EmailContent } from './render/renderEmail';
export { messageIdOf } from './smtp/messageIdOf';
export { SmtpEmailSender } from './smtp/SmtpEmailSender';
