import type { Labels } from '../../series/SeriesSource';

const keys = new WeakMap<Labels, string>();

const byName = (a: string, b: string) => (a < b ? -1 : Number(a > b));

/** One string for one set of labels, whatever their order. */
export function labelKey(labels: Labels): string {
  let key = keys.get(labels);
  if (key === undefined) {
    key = Object.keys(labels)
      .sort(byName)
      .map(name => `${name}\u0001${labels[name]}`)
      .join('\u0000');
    keys.set(labels, key);
  }
  return key;
}

/** The value of a label; empty if it is absent. */
export function labelOf(labels: Labels, name: string): string {
  return Object.hasOwn(labels, name) ? labels[name] : '';
}

/** One string for the values of these labels; an absent one is empty. */
export function keyOf(labels: Labels, names: readonly string[]): string {
  let key = '';
  for (const name of names) key += `${labelOf(labels, name)}\u0000`;
  return key;
}

/** The labels but those of these names. */
export function without(labels: Labels, names: readonly string[]): Labels {
  const rest: Record<string, string> = {};
  for (const name of Object.keys(labels)) {
    if (!names.includes(name)) rest[name] = labels[name];
  }
  return rest;
}

/** The labels of these names that there are. */
export function keepOnly(labels: Labels, names: readonly string[]): Labels {
  const kept: Record<string, string> = {};
  for (const name of names) {
    if (labelOf(labels, name)) kept[name] = labels[name];
  }
  return kept;
}

const unnamed = new WeakMap<Labels, Labels>();

/** The labels without the metric's name, which most operators and functions drop. */
export function dropName(labels: Labels): Labels {
  if (!Object.hasOwn(labels, '__name__')) return labels;
  let rest = unnamed.get(labels);
  if (!rest) {
    rest = without(labels, ['__name__']);
    unnamed.set(labels, rest);
  }
  return rest;
}

/** The labels with one set; an empty value removes it. */
export function withLabel(labels: Labels, name: string, value: string): Labels {
  const { [name]: _old, ...rest } = labels;
  return value === '' ? rest : { ...rest, [name]: value };
}

/** As Prometheus writes them in errors: `{a="b", c="d"}`, the metric's name in front. */
export function formatLabels(labels: Labels): string {
  const pairs = Object.keys(labels)
    .sort(byName)
    .map(name => `${name}=${JSON.stringify(labels[name])}`);
  return `{${pairs.join(', ')}}`;
}

/** Order of series in answers: by their labels, name after name, as Prometheus sorts them. */
export function compareLabels(a: Labels, b: Labels): number {
  const left = Object.keys(a).sort(byName);
  const right = Object.keys(b).sort(byName);
  for (let i = 0; i < Math.min(left.length, right.length); i += 1) {
    const order = byName(left[i], right[i]) || byName(a[left[i]], b[right[i]]);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

/** Whether a label may have that name. */
export function isLabelName(name: string): boolean {
  return /^[a-zA-Z_][a-zA-Z0-9_]*$/.test(name);
}
