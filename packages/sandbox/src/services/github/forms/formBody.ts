import type { FormElement, IssueForm } from './IssueForm';

/** What a person entered, by the element's id; several for checkboxes and dropdowns with `multiple`. */
export type FormValues = Record<string, string[]>;

/** What is missing or not offered, by the element's id; empty if the form can be sent. */
export function formErrors(
  form: IssueForm,
  values: FormValues,
): Record<string, string> {
  return Object.fromEntries(
    form.elements.flatMap(element => {
      const problem = problemOf(element, entered(element, values));
      return problem ? [[element.id, problem]] : [];
    }),
  );
}

/**
 * The issue's body as GitHub writes it from a form: a heading for each element that is not markdown, then
 * what was entered, `_No response_` where that is nothing.
 */
export function formBody(form: IssueForm, values: FormValues): string {
  return form.elements
    .filter(({ type }) => type !== 'markdown')
    .map(
      element =>
        `### ${element.label}\n\n${written(element, entered(element, values))}`,
    )
    .join('\n\n');
}

function entered(element: FormElement, values: FormValues): string[] {
  return (values[element.id] ?? [])
    .map(value => value.replace(/\r\n/g, '\n').trim())
    .filter(Boolean);
}

function problemOf(element: FormElement, given: string[]): string | undefined {
  if (element.type === 'checkboxes') {
    return element.options.some(
      ({ label, required }) => required && !given.includes(label),
    )
      ? 'Tick what is required'
      : undefined;
  }
  if (
    element.type === 'dropdown' &&
    given.some(value => !element.options.some(({ label }) => label === value))
  )
    return 'Choose one of the options';
  return element.required && !given.length
    ? 'This field is required'
    : undefined;
}

function written(element: FormElement, given: string[]): string {
  if (element.type === 'checkboxes') {
    return element.options
      .map(({ label }) => `- [${given.includes(label) ? 'X' : ' '}] ${label}`)
      .join('\n');
  }
  if (!given.length) return '_No response_';
  const text = given.join(', ');
  return element.type === 'textarea' && element.render
    ? `\`\`\`${element.render}\n${text}\n\`\`\``
    : text;
}
