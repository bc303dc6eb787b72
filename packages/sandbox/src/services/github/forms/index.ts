export { formBody, formErrors, type FormValues } from './formBody';
export {
  InvalidFormError,
  type FormElement,
  type IssueForm,
} from './IssueForm';
export { repositoryForms } from './repositoryForms';
