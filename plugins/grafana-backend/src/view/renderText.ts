import { marked } from 'marked';
import { escapeAttrValue, FilterXSS, getDefaultWhiteList } from 'xss';

/** As in Grafana, without what can ask other servers in the reader's name, or stand over the page. */
const FORBIDDEN = ['audio', 'video', 'iframe', 'style', 'form', 'input'];
const STYLES = [
  'color',
  'background-color',
  'font-size',
  'font-weight',
  'font-style',
  'text-align',
  'text-decoration',
];

const filterLink = new FilterXSS({
  whiteList: { a: ['href', 'title'] },
  safeAttrValue: (_tag, name, value) =>
    name === 'href'
      ? address(value, /^(https?:|mailto:|#)/i)
      : escapeAttrValue(value),
});

const filter = new FilterXSS({
  whiteList: {
    ...Object.fromEntries(
      Object.entries(getDefaultWhiteList())
        .filter(([tag]) => !FORBIDDEN.includes(tag))
        .map(([tag, attributes = []]) => [tag, [...attributes, 'style']]),
    ),
    a: ['href', 'title'],
    img: ['src', 'alt', 'title', 'width', 'height'],
  },
  css: { whiteList: Object.fromEntries(STYLES.map(style => [style, true])) },
  stripIgnoreTag: true,
  stripIgnoreTagBody: ['script', 'style', 'iframe', 'object', 'noscript'],
  safeAttrValue: (_tag, name, value, css) => {
    if (name === 'href') return address(value, /^(https?:|mailto:|#)/i);
    if (name === 'src') return address(value, /^(https?:|data:image\/)/i);
    return name === 'style' ? css.process(value) : escapeAttrValue(value);
  },
  onTag: (tag, html, { isClosing }) =>
    tag === 'a' && !isClosing
      ? filterLink
          .process(html)
          .replace(/^<a/, '<a target="_blank" rel="noopener noreferrer"')
      : undefined,
});
/**
 * The content of a text panel as HTML that can do no harm.
 *
 * @param mode Grafana's: `markdown`, `html` or `code`
 */
export function renderText(content: string, mode: string): string {
  if (mode === 'code') return `<pre><code>${escapeHtml(content)}</code></pre>`;
  const html =
    mode === 'html' ? content : marked.parse(content, { async: false });
  return filter.process(html);
}

function address(value: string, allowed: RegExp): string {
  const plain = value.replace(/[^!-~]/g, '');
  return allowed.test(plain) ? escapeAttrValue(value.trim()) : '';
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
