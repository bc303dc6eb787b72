import { escapeHtml, safeUrl } from './escapeHtml';

/** A mail by its parts. All text is plain text: it is escaped where it becomes HTML. */
export interface EmailContent {
  /** First line, e.g. "Welcome, Nina". */
  title: string;
  /** Paragraphs; a line break within one stays. */
  paragraphs?: string[];
  /** Facts, one a line, e.g. `{ label: 'Team', value: 'Commerce' }`; with a page if `url` is there. */
  facts?: { label: string; value: string; url?: string }[];
  /** The one thing to do next. */
  button?: { label: string; url: string };
  /** Small print, e.g. why one gets this mail. */
  footer?: string;
}

/**
 * The same content as HTML, which reads well in mail programs, dark or light, and as plain text.
 *
 * @throws InputError for an address that is not http(s)
 */
export function renderEmail(content: EmailContent): {
  html: string;
  text: string;
} {
  return { html: toHtml(content), text: toText(content) };
}

function toHtml(content: EmailContent): string {
  const { title, paragraphs = [], facts = [], button, footer } = content;
  const link = (url: string, label: string, style = '') =>
    `<a href="${escapeHtml(safeUrl(url))}"${
      style && ` style="${style}"`
    }>${escapeHtml(label)}</a>`;
  const rows = facts.map(
    ({ label, value, url }) =>
      `<tr><th align="left" style="padding:4px 16px 4px 0;font-weight:600">${escapeHtml(
        label,
      )}</th><td style="padding:4px 0">${
        url ? link(url, value) : escapeHtml(value)
      }</td></tr>`,
  );
  return [
    '<!doctype html><html><head><meta charset="utf-8">',
    '<meta name="color-scheme" content="light dark"></head>',
    '<body style="font:16px/1.5 system-ui,sans-serif;max-width:600px;margin:24px auto;padding:0 16px">',
    `<h1 style="font-size:22px">${escapeHtml(title)}</h1>`,
    ...paragraphs.map(
      text => `<p>${escapeHtml(text).replaceAll('\n', '<br>')}</p>`,
    ),
    ...(rows.length ? [`<table>${rows.join('')}</table>`] : []),
    ...(button
      ? [
          `<p>${link(
            button.url,
            button.label,
            'display:inline-block;padding:10px 20px;border-radius:6px;background:#0b57d0;color:#ffffff;text-decoration:none',
          )}</p>`,
        ]
      : []),
    ...(footer
      ? [`<p style="font-size:13px;color:#6b7280">${escapeHtml(footer)}</p>`]
      : []),
    '</body></html>',
  ].join('\n');
}

function toText(content: EmailContent): string {
  const { title, paragraphs = [], facts = [], button, footer } = content;
  const lines = facts.map(
    ({ label, value, url }) =>
      `${label}: ${value}${url && url !== value ? ` (${url})` : ''}`,
  );
  return [
    title,
    ...paragraphs,
    ...(lines.length ? [lines.join('\n')] : []),
    ...(button ? [`${button.label}: ${button.url}`] : []),
    ...(footer ? [`-- \n${footer}`] : []),
  ].join('\n\n');
}
