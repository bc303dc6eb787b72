import { stringify } from 'yaml';

interface Field {
  id: string;
  label: string;
  description?: string;
  placeholder?: string;
  required?: boolean;
}

/** Text that stands between fields. */
export function markdown(value: string) {
  return { type: 'markdown', attributes: { value } };
}

/** A line of text. */
export function input({ id, required = false, ...attributes }: Field) {
  return { type: 'input', id, attributes, validations: { required } };
}

/** Several lines of text. */
export function textarea({ id, required = false, ...attributes }: Field) {
  return { type: 'textarea', id, attributes, validations: { required } };
}

/** One of several options; the first is chosen if `preset`. */
export function dropdown({
  id,
  required = false,
  preset,
  ...attributes
}: Field & { options: string[]; preset?: boolean }) {
  return {
    type: 'dropdown',
    id,
    attributes: { ...attributes, ...(preset ? { default: 0 } : {}) },
    validations: { required },
  };
}

/** One thing that has to be ticked. */
export function confirmation(field: {
  id: string;
  label: string;
  what: string;
}) {
  return {
    type: 'checkboxes',
    id: field.id,
    attributes: {
      label: field.label,
      options: [{ label: field.what, required: true }],
    },
  };
}

/** An issue form as the file that GitHub reads. */
export function issueForm(form: {
  name: string;
  description: string;
  title: string;
  labels: string[];
  body: object[];
}): string {
  return stringify(form);
}
