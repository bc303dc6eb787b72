/** Text that is HTML already; everything else that {@link html} gets is escaped. */
export class Html {
  constructor(readonly text: string) {}

  toString() {
    return this.text;
  }
}

/** Builds HTML; values are escaped unless they are {@link Html} or lists of it. */
export function html(parts: TemplateStringsArray, ...values: unknown[]): Html {
  return new Html(
    parts.reduce(
      (text, part, index) =>
        text + part + (index < values.length ? render(values[index]) : ''),
      '',
    ),
  );
}

function render(value: unknown): string {
  if (value instanceof Html) return value.text;
  if (Array.isArray(value)) return value.map(render).join('');
  if (value === undefined || value === null || value === false) return '';
  return String(value)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
