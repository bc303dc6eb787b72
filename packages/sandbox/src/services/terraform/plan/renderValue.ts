import { isMap, type Known } from '../hcl/Value';

/** Writes a value as Terraform prints it, over several lines where it is nested. */
export function renderValue(value: Known, indent: number): string {
  const pad = ' '.repeat(indent);
  if (typeof value === 'string') return JSON.stringify(value);
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    const items = value.map(v => `${pad}    ${renderValue(v, indent + 4)},`);
    return `[\n${items.join('\n')}\n${pad}]`;
  }
  if (isMap(value)) {
    const entries = Object.entries(value);
    if (entries.length === 0) return '{}';
    const width = Math.max(...entries.map(([key]) => key.length + 2));
    const items = entries.map(
      ([key, v]) =>
        `${pad}    ${JSON.stringify(key).padEnd(width)} = ${renderValue(
          v as Known,
          indent + 4,
        )}`,
    );
    return `{\n${items.join('\n')}\n${pad}}`;
  }
  return String(value);
}
