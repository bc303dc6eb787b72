import { isLabelName, labelOf, withLabel } from '../../labels/labelSets';
import { toRegExp } from '../../labels/toRegExp';
import { executionError } from '../../PromqlError';
import { mergeColumns } from '../merge';
import type { Column } from '../Value';

/** `label_replace(v, dst, replacement, src, regex)` */
export function replaceLabel(columns: Column[], texts: string[]): Column[] {
  const [target, replacement, source, pattern] = texts;
  const regexp = compile(pattern);
  if (!isLabelName(target)) {
    throw executionError(
      `invalid destination label name in label_replace(): ${target}`,
    );
  }
  return mergeColumns(
    columns.map(column => {
      const match = regexp.exec(labelOf(column.labels, source));
      if (!match) return column;
      const value = expand(replacement, match);
      return { ...column, labels: withLabel(column.labels, target, value) };
    }),
  );
}

/** `label_join(v, dst, separator, src, …)` */
export function joinLabels(columns: Column[], texts: string[]): Column[] {
  const [target, separator, ...sources] = texts;
  if (!isLabelName(target)) {
    throw executionError(
      `invalid destination label name in label_join(): ${target}`,
    );
  }
  const invalid = sources.find(source => !isLabelName(source));
  if (invalid !== undefined) {
    throw executionError(
      `invalid source label name in label_join(): ${invalid}`,
    );
  }
  return mergeColumns(
    columns.map(column => {
      const value = sources
        .map(source => labelOf(column.labels, source))
        .join(separator);
      return { ...column, labels: withLabel(column.labels, target, value) };
    }),
  );
}

function compile(pattern: string): RegExp {
  try {
    return toRegExp(pattern);
  } catch {
    throw executionError(
      `invalid regular expression in label_replace(): ${pattern}`,
    );
  }
}

/** Fills in `$1`, `${1}` and `${name}`; a group that there is not is empty, `$$` a dollar. */
function expand(template: string, match: RegExpExecArray): string {
  return template.replace(
    /\$(?:(\$)|(\w+)|\{(\w+)\})/g,
    (_all, dollar, plain, braced) => {
      if (dollar) return '$';
      const name: string = plain ?? braced;
      const group = /^\d+$/.test(name)
        ? match[Number(name)]
        : match.groups?.[name];
      return group ?? '';
    },
  );
}
