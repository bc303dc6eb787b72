import { createHash } from 'node:crypto';
import { EvaluationError } from './EvaluationError';
import { isMap, type Value, type ValueMap } from './Value';

const list = (value: Value): Value[] => {
  if (Array.isArray(value)) return value;
  if (isMap(value)) return Object.values(value);
  throw new EvaluationError('Invalid function argument', 'A list is required.');
};
const map = (value: Value): ValueMap => (isMap(value) ? value : {});
const text = (value: Value): string => String(value ?? '');
const plain = (value: Value): string => JSON.stringify(value);
const unique = (values: Value[]): Value[] =>
  values.filter((v, i) => values.findIndex(o => plain(o) === plain(v)) === i);
const hash =
  (algorithm: string, encoding: 'hex' | 'base64') => (value: Value) =>
    createHash(algorithm).update(text(value)).digest(encoding);
const regexp = (pattern: Value) => {
  const source = text(pattern);
  return source.length > 1 && source.startsWith('/') && source.endsWith('/')
    ? new RegExp(source.slice(1, -1), 'g')
    : source;
};

/**
 * Terraform's functions, as far as the sandbox knows them. Arguments are known values.
 * See https://developer.hashicorp.com/terraform/language/functions
 */
export const functions: Record<string, (...args: Value[]) => Value> = {
  abs: n => Math.abs(Number(n)),
  base64encode: s => Buffer.from(text(s)).toString('base64'),
  base64decode: s => Buffer.from(text(s), 'base64').toString(),
  ceil: n => Math.ceil(Number(n)),
  coalesce: (...values) => values.find(v => v !== null && v !== '') ?? null,
  compact: values => list(values).filter(v => v !== null && v !== ''),
  concat: (...lists) => lists.flatMap(list),
  contains: (values, value) =>
    list(values).some(v => plain(v) === plain(value)),
  distinct: values => unique(list(values)),
  element: (values, index) => {
    const items = list(values);
    return items[Number(index) % items.length];
  },
  endswith: (s, suffix) => text(s).endsWith(text(suffix)),
  flatten: values => flatten(list(values)),
  floor: n => Math.floor(Number(n)),
  format: (pattern, ...args) => formatText(text(pattern), args),
  join: (separator, ...lists) =>
    lists.flatMap(list).map(text).join(text(separator)),
  jsondecode: s => JSON.parse(text(s)),
  jsonencode: value => plain(value),
  keys: value => Object.keys(map(value)).sort(),
  length: value =>
    typeof value === 'string' ? value.length : list(value).length,
  lookup: (values, key, fallback) => map(values)[text(key)] ?? fallback ?? null,
  lower: s => text(s).toLowerCase(),
  max: (...values) => Math.max(...values.map(Number)),
  md5: hash('md5', 'hex'),
  merge: (...maps) => Object.assign({}, ...maps.map(map)),
  min: (...values) => Math.min(...values.map(Number)),
  nonsensitive: value => value,
  one: values => list(values)[0] ?? null,
  range: (...args) => {
    const [start, end, step] =
      args.length === 1 ? [0, args[0], 1] : [...args, 1];
    const numbers: number[] = [];
    for (let n = Number(start); n < Number(end); n += Number(step) || 1)
      numbers.push(n);
    return numbers;
  },
  regex: (pattern, s) => new RegExp(text(pattern)).exec(text(s))?.[0] ?? null,
  replace: (s, from, to) => text(s).replaceAll(regexp(from), text(to)),
  reverse: values => [...list(values)].reverse(),
  sensitive: value => value,
  setunion: (...sets) => unique(sets.flatMap(list)),
  sha1: hash('sha1', 'hex'),
  sha256: hash('sha256', 'hex'),
  slice: (values, from, to) => list(values).slice(Number(from), Number(to)),
  sort: values => [...list(values)].map(text).sort(),
  split: (separator, s) => text(s).split(text(separator)),
  startswith: (s, prefix) => text(s).startsWith(text(prefix)),
  substr: (s, offset, length) =>
    text(s).slice(
      Number(offset),
      Number(length) < 0 ? undefined : Number(offset) + Number(length),
    ),
  title: s => text(s).replace(/\b\w/g, letter => letter.toUpperCase()),
  tobool: value => value === true || value === 'true',
  tolist: value => list(value),
  tomap: value => map(value),
  tonumber: value => Number(value),
  toset: value => unique(list(value)),
  tostring: value => (value === null ? null : text(value)),
  trim: (s, cut) =>
    text(s).replace(
      new RegExp(`^[${cutset(cut)}]+|[${cutset(cut)}]+$`, 'g'),
      '',
    ),
  trimprefix: (s, prefix) =>
    text(s).startsWith(text(prefix))
      ? text(s).slice(text(prefix).length)
      : text(s),
  trimspace: s => text(s).trim(),
  trimsuffix: (s, suffix) =>
    text(s).endsWith(text(suffix))
      ? text(s).slice(0, -text(suffix).length)
      : text(s),
  upper: s => text(s).toUpperCase(),
  values: value => list(map(value)),
  zipmap: (names, values) =>
    Object.fromEntries(
      list(names).map((name, i) => [text(name), list(values)[i]]),
    ),
};

function flatten(values: Value[]): Value[] {
  return values.flatMap(value =>
    Array.isArray(value) ? flatten(value) : [value],
  );
}

function cutset(value: Value): string {
  return text(value).replace(/[\]\\^-]/g, '\\$&');
}

function formatText(pattern: string, args: Value[]): string {
  let next = 0;
  return pattern.replace(
    /%(0?)(\d*)(?:\.(\d+))?([sdvqf%])/g,
    (_, zero, width, digits, verb) => {
      if (verb === '%') return '%';
      const value = args[next++];
      let result = text(value);
      if (verb === 'f')
        result = Number(value).toFixed(digits ? Number(digits) : 6);
      if (verb === 'q') result = JSON.stringify(result);
      return result.padStart(Number(width || 0), zero ? '0' : ' ');
    },
  );
}
