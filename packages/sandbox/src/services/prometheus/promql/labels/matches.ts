import type { Labels, Matcher } from '../../series/SeriesSource';
import { labelOf } from './labelSets';
import { toRegExp } from './toRegExp';

/** Whether a label of this value is what the matcher asks for; an absent label is an empty one. */
export function matches(matcher: Matcher, value: string): boolean {
  switch (matcher.operator) {
    case '=':
      return value === matcher.value;
    case '!=':
      return value !== matcher.value;
    case '=~':
      return toRegExp(matcher.value).test(value);
    default:
      return !toRegExp(matcher.value).test(value);
  }
}

/** Whether a series of these labels is what all matchers ask for. */
export function matchesAll(matchers: Matcher[], labels: Labels): boolean {
  return matchers.every(matcher =>
    matches(matcher, labelOf(labels, matcher.name)),
  );
}
