import type { Request } from 'express';
import PromiseRouter from 'express-promise-router';
import { refuseOtherSites, sendPage } from '../../kit';
import { inboxPage, messageList } from './inboxPage';
import type { Mailbox } from './Mailbox';

/** Routes of the inbox: JSON for tests, a page for people. */
export function createInboxRouter(mailbox: Mailbox) {
  const router = PromiseRouter();
  router.use(refuseOtherSites);

  router.get('/', (request, response) => {
    const messages = mailbox.list();
    const id = text(request, 'message');
    const open = id === undefined ? messages[0] : mailbox.find(id);
    sendPage(response, inboxPage(messages, open));
  });
  router.get('/fragments', (request, response) => {
    response.locals.unlogged = true;
    response
      .type('html')
      .set('cache-control', 'no-store')
      .send(messageList(mailbox.list(), text(request, 'message')).toString());
  });
  router.get('/inbox.js', (_request, response) => {
    response.sendFile(require.resolve('./inbox.client.js'));
  });

  router.get('/messages', (request, response) => {
    const messages = mailbox.list({
      to: text(request, 'to'),
      subject: text(request, 'subject'),
    });
    response.json(
      messages.map(
        ({ id, receivedAt, envelope, from, to, cc, subject, attachments }) => ({
          id,
          receivedAt,
          envelope,
          from,
          to,
          cc,
          subject,
          attachments: attachments.length,
        }),
      ),
    );
  });
  router.get('/messages/:id', (request, response, next) => {
    const message = mailbox.find(request.params.id);
    if (message) response.json(message);
    else next();
  });
  router.delete('/messages', (_request, response) => {
    response.json({ deleted: mailbox.clear() });
  });
  return router;
}

function text(request: Request, key: string): string | undefined {
  const value = request.query[key];
  return typeof value === 'string' && value ? value : undefined;
}
