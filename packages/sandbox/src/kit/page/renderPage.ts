import type { Response } from 'express';
import { Html, html } from './html';
import { STYLES } from './styles';

const GLYPH = html`<svg
  viewBox="0 0 24 24"
  fill="currentColor"
  aria-hidden="true"
>
  <path d="M12 2.6 22 8.4v1.5H2V8.4Z" />
  <path d="M4.2 11.4h2.9v7.3H4.2zM16.9 11.4h2.9v7.3h-2.9z" />
  <path class="door" d="M10.55 11.4h2.9v7.3h-2.9z" />
  <path d="M2 20.1h20v1.7H2z" />
</svg>`;

const NOTICE = 'everything here is simulated on this machine';

/** A whole page with the sandbox's banner. Its scripts come from the same service, by URL. */
export function renderPage(options: {
  title: string;
  body: Html;
  /** CSS beside the shared one. */
  styles?: string;
  /** Path of a script of this service, e.g. `/page.js`. */
  script?: string;
}): Html {
  const { title, body, styles = '', script } = options;
  return html`<!DOCTYPE html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <style>
          ${new Html(STYLES + styles)}
        </style>
        ${script && html`<script type="module" src="${script}"></script>`}
      </head>
      <body>
        <div class="banner">
          ${GLYPH}<span><strong>Sandbox</strong>: ${NOTICE}</span>
        </div>
        <main>${body}</main>
      </body>
    </html> `;
}

/** Sends a page with a policy that lets nothing in from elsewhere. */
export function sendPage(response: Response, page: Html): void {
  response
    .type('html')
    .set({
      'cache-control': 'no-store',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; script-src 'self'; connect-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'",
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    })
    .send(page.toString());
}
