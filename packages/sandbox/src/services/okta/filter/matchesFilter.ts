import type { Filter, FilterValue } from './parseFilter';

/** Whether a document answers a filter. Strings compare without regard to case, as Okta's search does. */
export function matchesFilter(document: object, filter: Filter): boolean {
  switch (filter.kind) {
    case 'and':
      return filter.parts.every(part => matchesFilter(document, part));
    case 'or':
      return filter.parts.some(part => matchesFilter(document, part));
    case 'not':
      return !matchesFilter(document, filter.part);
    case 'present':
      return valuesOf(document, filter.attribute).length > 0;
    default: {
      const { attribute, operator, value } = filter;
      const values = valuesOf(document, attribute);
      if (operator === 'ne')
        return !values.some(one => compare(one, 'eq', value));
      if (values.length === 0) return operator === 'eq' && value === null;
      return values.some(one => compare(one, operator, value));
    }
  }
}

/** The values at a path such as `profile.login`, those of a list one by one. */
function valuesOf(document: object, attribute: string): unknown[] {
  const values = attribute
    .split('.')
    .reduce<unknown[]>(
      (nodes, key) =>
        nodes.flatMap(
          node => (node as Record<string, unknown> | undefined | null)?.[key],
        ),
      [document],
    );
  return values.filter(one => one !== undefined && one !== null && one !== '');
}

function compare(actual: unknown, operator: string, wanted: FilterValue) {
  if (typeof actual !== 'string' || typeof wanted !== 'string') {
    return operator === 'eq'
      ? actual === wanted
      : order(Number(actual), operator, Number(wanted));
  }
  const [a, b] = [actual.toLowerCase(), wanted.toLowerCase()];
  switch (operator) {
    case 'eq':
      return a === b;
    case 'sw':
      return a.startsWith(b);
    case 'ew':
      return a.endsWith(b);
    case 'co':
      return a.includes(b);
    default: {
      // Times are the strings that are ordered: with and without milliseconds they are the same time.
      const [at, bt] = [Date.parse(actual), Date.parse(wanted)];
      return Number.isNaN(at) || Number.isNaN(bt)
        ? order(a, operator, b)
        : order(at, operator, bt);
    }
  }
}

function order<T>(a: T, operator: string, b: T): boolean {
  switch (operator) {
    case 'gt':
      return a > b;
    case 'ge':
      return a >= b;
    case 'lt':
      return a < b;
    case 'le':
      return a <= b;
    default:
      return false;
  }
}
