import { html, type Html } from '../../../kit';
import type { FormElement, FormValues } from '../forms';

/** An element of an issue form as a person fills it in. */
export function formField(
  element: FormElement,
  values: FormValues,
  error: string | undefined,
): Html {
  const { type, id, label, description, required } = element;
  if (type === 'markdown') return html`<p>${codeOf(element.value)}</p>`;
  const hint = html`${description && html`<p class="quiet">${description}</p>`}
  ${error && html`<p class="alert" id="${id}-error">${error}</p>`}`;
  const title = html`${label}${required &&
  html` <span title="required">*</span>`}`;
  if (type === 'checkboxes') {
    return html`<fieldset>
      <legend>${title}</legend>
      ${hint}
      ${element.options.map(
        option =>
          html`<label class="choice"
            ><input
              type="checkbox"
              name="${id}"
              value="${option.label}"
              ${values[id]?.includes(option.label) && 'checked'}
            />
            ${option.label}${option.required && ' *'}</label
          >`,
      )}
    </fieldset>`;
  }
  return html`<div class="field">
    <label for="field-${id}">${title}</label>
    ${hint} ${control(element, values[id] ?? [element.value])}
  </div>`;
}

function control(element: FormElement, given: string[]): Html {
  const { type, id, placeholder, options, multiple, required } = element;
  if (type === 'dropdown') {
    return html`<select id="field-${id}" name="${id}" ${multiple && 'multiple'}>
      ${!multiple &&
      html`<option value="">${required ? 'Choose…' : 'None'}</option>`}
      ${options.map(
        ({ label }) =>
          html`<option ${given.includes(label) && 'selected'}>
            ${label}
          </option>`,
      )}
    </select>`;
  }
  const value = given.join('\n');
  return type === 'textarea'
    ? html`<textarea
        id="field-${id}"
        name="${id}"
        rows="5"
        placeholder="${placeholder}"
      >
${value}</textarea
      >`
    : html`<input
        id="field-${id}"
        name="${id}"
        value="${value}"
        placeholder="${placeholder}"
      />`;
}

/** Text with what stands in backticks as code; GitHub renders all of Markdown. */
function codeOf(markdown: string): (Html | string)[] {
  return markdown
    .split('`')
    .map((part, index) => (index % 2 ? html`<code>${part}</code>` : part));
}
