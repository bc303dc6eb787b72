/** One option of a dropdown or of checkboxes. */
export interface FormOption {
  label: string;
  required: boolean;
}

/** One element of an issue form: https://docs.github.com/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-githubs-form-schema */
export interface FormElement {
  type: 'markdown' | 'input' | 'textarea' | 'dropdown' | 'checkboxes';
  /** Name in query parameters that fill the form; made from the label where the file has none. */
  id: string;
  label: string;
  description: string;
  placeholder: string;
  /** What the field begins with; the text of `markdown`. */
  value: string;
  /** Language of the code block that a textarea's text becomes. */
  render?: string;
  options: FormOption[];
  multiple: boolean;
  required: boolean;
}

/** An issue form of a repository. */
export interface IssueForm {
  /** e.g. `user-onboarding.yml`. */
  file: string;
  name: string;
  description: string;
  title: string;
  labels: string[];
  assignees: string[];
  elements: FormElement[];
}

/** Raised for a file that is no issue form, with what is wrong in it. */
export class InvalidFormError extends Error {
  name = 'InvalidFormError';
}
