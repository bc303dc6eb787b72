import type { DataLink } from '@grafana/data';
import type { FieldConfig } from '@portico/plugin-grafana-common';

type Link = NonNullable<FieldConfig['links']>[number];

/**
 * Links of a field. What they say of one value (`${__value.raw}`, `${__data.fields.pod}`) stays as it is written: the
 * browser fills it in. Addresses that a browser would run are left out.
 *
 * @param base address of Grafana, for those that are within it
 */
export function encodeLinks(links: readonly DataLink[], base: string): Link[] {
  return links.flatMap(({ title, url, targetBlank }) => {
    const address = addressOf(url ?? '', base);
    return address
      ? [{ title, url: address, ...(targetBlank && { targetBlank }) }]
      : [];
  });
}

function addressOf(url: string, base: string): string | undefined {
  const text = url.replace(/\s+/g, ' ').trim();
  if (!text) return undefined;
  if (/^https?:\/\//i.test(text)) return text;
  const isWithinGrafana = /^(\/(?!\/)|\?|d\/|dashboards?\b|explore\b)/.test(
    text,
  );
  return isWithinGrafana && base
    ? `${base}/${text.replace(/^\//, '')}`
    : undefined;
}
