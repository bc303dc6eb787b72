import { InputError } from '@backstage/errors';

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, character => ENTITIES[character]);
}

/** @throws InputError unless it is an absolute http(s) address */
export function safeUrl(url: string): string {
  if (!/^https?:\/\/[^\s/]/i.test(url)) {
    throw new InputError(
      `'${url}' cannot stand in a mail: give an absolute address that begins with http:// or https://.`,
    );
  }
  return url;
}
