import { InputError } from '@backstage/errors';
import { escapeHtml } from './escapeHtml';

/**
 * Puts values into `{{ name }}` of a text.
 *
 * @param options.as `html` escapes the values
 * @throws InputError for a name that has no value
 */
export function fillIn(
  template: string,
  values: Record<string, string>,
  options: { as: 'html' | 'text' },
): string {
  return template.replace(/\{\{\s*([\w.-]+)\s*\}\}/g, (_, name: string) => {
    if (!Object.hasOwn(values, name)) {
      throw new InputError(
        `The mail wants '{{ ${name} }}', but the values have only: ${Object.keys(
          values,
        ).join(', ')}.`,
      );
    }
    return options.as === 'html' ? escapeHtml(values[name]) : values[name];
  });
}
