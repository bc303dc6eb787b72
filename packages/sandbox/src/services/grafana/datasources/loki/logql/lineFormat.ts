import type { Line, Stage } from './Line';
import { unsupported } from './LogqlError';

const FUNCTIONS: Record<string, (text: string) => string> = {
  upper: text => text.toUpperCase(),
  ToUpper: text => text.toUpperCase(),
  lower: text => text.toLowerCase(),
  ToLower: text => text.toLowerCase(),
  trim: text => text.trim(),
  trimSpace: text => text.trim(),
};

/**
 * `| line_format "{{.level | upper}} {{.msg}}"`: of Go's templates, labels, the line itself, and functions that take
 * one text.
 * https://grafana.com/docs/loki/latest/query/template_functions/
 */
export function lineFormat(template: string): Stage {
  const parts = template.split(/(\{\{.*?\}\})/).map(readPart);
  return line => {
    line.text = parts.map(part => part(line)).join('');
    return true;
  };
}

function readPart(part: string): (line: Line) => string {
  const action = /^\{\{-?\s*(.*?)\s*-?\}\}$/.exec(part)?.[1];
  if (action === undefined) return () => part;
  const [source, ...names] = action.split(/\s*\|\s*/);
  const functions = names.map(name => FUNCTIONS[name]);
  const label = /^\.(\w+)$/.exec(source)?.[1];
  if (functions.includes(undefined!) || !(label || source === '__line__')) {
    throw unsupported(`the template \`${part}\``);
  }
  return line => {
    const text = label ? line.labels[label] ?? '' : line.text;
    return functions.reduce((result, change) => change(result), text);
  };
}
