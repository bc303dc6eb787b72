import { html, Html } from '../../kit';

/** Element names with text, nested elements, or lists of them (which AWS writes as `member`). */
export type XmlValue =
  | string
  | number
  | undefined
  | XmlValue[]
  | { [name: string]: XmlValue };

/** The children of an element; what is `undefined` is left out. */
export function xml(value: XmlValue): Html {
  if (value === undefined) return html``;
  if (typeof value !== 'object') return html`${value}`;
  const children: [string, XmlValue][] = Array.isArray(value)
    ? value.map(item => ['member', item])
    : Object.entries(value);
  return html`${children
    .filter(([, child]) => child !== undefined)
    .map(([name, child]) => {
      const tag = new Html(name);
      return html`<${tag}>${xml(child)}</${tag}>`;
    })}`;
}
