import { parse } from 'yaml';
import {
  InvalidFormError,
  type FormElement,
  type FormOption,
  type IssueForm,
} from './IssueForm';

const TYPES = ['markdown', 'input', 'textarea', 'dropdown', 'checkboxes'];

/**
 * Reads an issue form.
 *
 * @param file its name, e.g. `user-onboarding.yml`
 * @throws InvalidFormError
 */
export function parseForm(file: string, source: string): IssueForm {
  const invalid = (why: string) => new InvalidFormError(`${file}: ${why}`);
  let document: Record<string, unknown> | null;
  try {
    document = parse(source);
  } catch (error) {
    throw invalid((error as Error).message);
  }
  const { name, description, title, labels, assignees, body } = document ?? {};
  if (typeof name !== 'string' || typeof description !== 'string')
    throw invalid("'name' and 'description' are required");
  if (!Array.isArray(body) || !body.length)
    throw invalid("'body' must have at least one element");
  const elements = body.map((one, index) => elementOf(one, index, invalid));
  if (elements.every(({ type }) => type === 'markdown'))
    throw invalid("'body' must have an element that is not markdown");
  const labelsOfFields = elements
    .filter(({ type }) => type !== 'markdown')
    .map(({ label }) => label);
  if (new Set(labelsOfFields).size < labelsOfFields.length)
    throw invalid('labels of elements must be unique');
  return {
    file,
    name,
    description,
    title: textOf(title),
    labels: listOf(labels),
    assignees: listOf(assignees),
    elements,
  };
}

type Invalid = (why: string) => InvalidFormError;

function elementOf(
  element: unknown,
  index: number,
  invalid: Invalid,
): FormElement {
  const {
    type,
    id,
    attributes = {},
    validations = {},
  } = (element ?? {}) as Partial<
    Record<'type' | 'id', string> &
      Record<'attributes' | 'validations', Record<string, unknown>>
  >;
  if (!type || !TYPES.includes(type))
    throw invalid(`body[${index}]: '${type}' is no type of element`);
  const label = textOf(attributes.label);
  if (type === 'markdown' ? !attributes.value : !label) {
    throw invalid(
      `body[${index}]: '${
        type === 'markdown' ? 'value' : 'label'
      }' is required`,
    );
  }
  const options = optionsOf(attributes.options);
  if ((type === 'dropdown' || type === 'checkboxes') && !options.length)
    throw invalid(`body[${index}]: 'options' is required`);
  const initial =
    type === 'dropdown'
      ? options[Number(attributes.default ?? Number.NaN)]?.label
      : attributes.value;
  return {
    type: type as FormElement['type'],
    id: id ?? label.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
    label,
    description: textOf(attributes.description),
    placeholder: textOf(attributes.placeholder),
    value: textOf(initial),
    render: textOf(attributes.render) || undefined,
    options,
    multiple: attributes.multiple === true,
    required: validations.required === true,
  };
}

function optionsOf(options: unknown): FormOption[] {
  if (!Array.isArray(options)) return [];
  return options.map(option =>
    typeof option === 'object' && option !== null
      ? { label: textOf(option.label), required: option.required === true }
      : { label: String(option), required: false },
  );
}

function textOf(value: unknown): string {
  return value === undefined || value === null ? '' : String(value);
}

/** GitHub takes a list, or a text with commas. */
function listOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String);
  return textOf(value)
    .split(',')
    .map(part => part.trim())
    .filter(Boolean);
}
