import { Html, html, renderPage } from '../../kit';
import type { Message } from './Mailbox';

const STYLES = `
.mails { display: grid; grid-template-columns: minmax(260px, 1fr) 2fr; gap: 32px; align-items: start; }
@media (max-width: 899px) { .mails { grid-template-columns: 1fr; } }
#list ul { list-style: none; margin: 0; padding: 0; border-top: 1px solid var(--rule-2); }
#list a { display: block; padding: 8px 4px; border-bottom: 1px solid var(--rule); text-decoration: none;
  color: var(--ink-2); overflow-wrap: anywhere; }
#list a:hover, #list a[aria-current] { background: var(--accent-wash); }
#list a > span { display: block; }
.subject { color: var(--ink); font-weight: 600; }
.message { border-top: 1px solid var(--rule-2); padding-top: 12px; min-width: 0; }
.message dl { display: grid; grid-template-columns: auto 1fr; gap: 2px 16px; margin: 8px 0 16px; }
.message dt { color: var(--ink-3); } .message dd { margin: 0; overflow-wrap: anywhere; }
iframe { width: 100%; height: 60vh; border: 1px solid var(--rule); border-radius: 4px; background: #ffffff; }
pre { background: var(--sunken); padding: 12px; border-radius: 4px; white-space: pre-wrap; overflow-wrap: anywhere; }
`;

/** The list of mails, newest first. */
export function messageList(messages: Message[], current?: string): Html {
  if (messages.length === 0) {
    return html`<p class="empty">
      <strong>No mails yet.</strong> What the portal sends to anyone arrives
      here and is delivered nowhere.
    </p>`;
  }
  return html`<ul>
    ${messages.map(
      ({ id, subject, envelope, receivedAt }) => html`<li>
        <a
          href="/?message=${id}"
          ${id === current && html`aria-current="true"`}
        >
          <span class="subject">${subject || '(no subject)'}</span>
          <span>to ${envelope.to.join(', ')}</span>
          <time class="quiet" datetime="${receivedAt}"
            >${receivedAt.slice(0, 10)} ${receivedAt.slice(11, 19)} UTC</time
          >
        </a>
      </li>`,
    )}
  </ul>`;
}

/** The inbox, with one mail open. */
export function inboxPage(messages: Message[], open?: Message): Html {
  return renderPage({
    title: 'Portico sandbox: inbox',
    styles: STYLES,
    script: '/inbox.js',
    body: html`<h1>Inbox</h1>
      <p class="lead">
        Every mail that the portal sent, to whomever. Nothing leaves this
        machine.
      </p>
      <div class="mails">
        <nav id="list" aria-label="Mails">
          ${messageList(messages, open?.id)}
        </nav>
        <div>${open && messageView(open)}</div>
      </div>`,
  });
}

function messageView(message: Message): Html {
  const { subject, from, to, cc, envelope, receivedAt, attachments } = message;
  const blind = envelope.to.filter(
    one => !to.includes(one) && !cc.includes(one),
  );
  const facts: [string, string][] = [
    ['From', from],
    ['To', to.join(', ')],
    ['Cc', cc.join(', ')],
    ['Also to', blind.join(', ')],
    ['Received', receivedAt],
    [
      'Attached',
      attachments
        .map(one => `${one.filename ?? one.contentType}, ${one.size} bytes`)
        .join('; '),
    ],
  ];
  return html`<article class="message">
    <h2>${subject || '(no subject)'}</h2>
    <dl>
      ${facts
        .filter(([, value]) => value)
        .map(
          ([name, value]) => html`<dt>${name}</dt>
            <dd>${value}</dd>`,
        )}
    </dl>
    ${message.html
      ? html`<iframe
          title="The mail as it is read"
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          srcdoc="${`<base target="_blank">${message.html}`}"
        ></iframe>`
      : new Html(`<pre>${html`${message.text}`}</pre>`)}
    <p class="quiet"><a href="/messages/${message.id}">as JSON</a></p>
  </article>`;
}
