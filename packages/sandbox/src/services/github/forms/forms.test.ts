import { formBody, formErrors } from './formBody';
import { parseForm } from './parseForm';

const SOURCE = `
name: Bug
description: Something is wrong
title: "[Bug]: "
labels: bug, triage
body:
  - type: markdown
    attributes: {value: Thanks!}
  - type: input
    id: contact
    attributes: {label: Contact}
    validations: {required: true}
  - type: textarea
    id: logs
    attributes: {label: Logs, render: shell}
  - type: textarea
    id: notes
    attributes: {label: Notes}
  - type: dropdown
    id: browsers
    attributes: {label: Browsers, multiple: true, options: [Firefox, Chrome]}
  - type: checkboxes
    id: terms
    attributes:
      label: Terms
      options: [{label: I agree, required: true}, {label: Tell me more}]
`;

const form = parseForm('bug.yml', SOURCE);

it('writes the body as GitHub does', () => {
  const values = {
    contact: ['  nia@mini-org.example '],
    logs: ['a\r\nb'],
    browsers: ['Firefox', 'Chrome'],
    terms: ['I agree'],
  };
  expect(formErrors(form, values)).toEqual({});
  expect(formBody(form, values)).toBe(`### Contact

nia@mini-org.example

### Logs

\`\`\`shell
a
b
\`\`\`

### Notes

_No response_

### Browsers

Firefox, Chrome

### Terms

- [X] I agree
- [ ] Tell me more`);
});

it('says what has to be mended', () => {
  expect(
    formErrors(form, { contact: [' '], browsers: ['Lynx'], terms: [] }),
  ).toEqual({
    contact: 'This field is required',
    browsers: 'Choose one of the options',
    terms: 'Tick what is required',
  });
});

it('takes labels as text and as list', () => {
  expect(form.labels).toEqual(['bug', 'triage']);
});

it.each([
  ['no body', 'name: a\ndescription: b', /'body' must have/],
  ['an unknown element', `${SOURCE}  - type: slider`, /'slider' is no type/],
  ['a label twice', SOURCE.replace('Notes', 'Logs'), /must be unique/],
  ['no YAML', 'name: [', /bug.yml/],
])('refuses a form with %s', (_what, source, why) => {
  expect(() => parseForm('bug.yml', source)).toThrow(why);
});
