import { InputError } from '@backstage/errors';

type Requirement = (labels: Record<string, string>) => boolean;

const NAME = '[A-Za-z0-9./_-]+';

/** The forms of one requirement. Source: https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors */
const FORMS: [RegExp, (key: string, values: string) => Requirement][] = [
  [
    new RegExp(`^(${NAME})\\s+in\\s+\\(([^()]*)\\)$`),
    (key, values) => labels => listOf(values).includes(labels[key]),
  ],
  [
    new RegExp(`^(${NAME})\\s+notin\\s+\\(([^()]*)\\)$`),
    (key, values) => labels => !listOf(values).includes(labels[key]),
  ],
  [
    new RegExp(`^(${NAME})\\s*!=\\s*(${NAME})?$`),
    (key, value = '') =>
      labels =>
        labels[key] !== value,
  ],
  [
    new RegExp(`^(${NAME})\\s*==?\\s*(${NAME})?$`),
    (key, value = '') =>
      labels =>
        labels[key] === value,
  ],
  [new RegExp(`^!\\s*(${NAME})$`), key => labels => !(key in labels)],
  [new RegExp(`^(${NAME})$`), key => labels => key in labels],
];

/**
 * Reads a label selector, e.g. `app=orders,tier in (front, back)`, so that one list of everything serves all entities.
 *
 * @throws InputError for what is no selector
 */
export function parseLabelSelector(selector: string): Requirement {
  const requirements = selector
    .split(/,(?![^()]*\))/)
    .map(part => requirement(part.trim(), selector));
  return labels => requirements.every(holds => holds(labels));
}

function requirement(part: string, selector: string): Requirement {
  for (const [form, create] of FORMS) {
    const [, key, values] = form.exec(part) ?? [];
    if (key) return create(key, values);
  }
  throw new InputError(
    `'${selector}' is no label selector: '${part}' can't be read. Write e.g. app=orders or app in (orders, orders-worker).`,
  );
}

function listOf(values: string): string[] {
  return values.split(',').map(value => value.trim());
}
