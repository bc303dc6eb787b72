import { compareLabels, isLabelName } from '../promql/labels/labelSets';
import { PromqlError } from '../promql/PromqlError';
import type {
  Labels,
  Matcher,
  Series,
  SeriesSource,
} from '../series/SeriesSource';
import { invalidParameter } from './ApiError';
import { readExpression } from './readExpression';

/** Which series are looked at. */
export interface Selection {
  /** Selectors, of which each is enough, e.g. `up{job="node"}`; all series if there are none. */
  selectors: string[];
  /** Milliseconds since 1970. */
  from: number;
  until: number;
}

/** Names of the labels that series have, sorted. */
export function labelNames(source: SeriesSource, selection: Selection) {
  const found = find(source, selection);
  return [...new Set(found.flatMap(one => Object.keys(one)))].sort();
}

/**
 * The values that a label has, sorted.
 *
 * @throws PromqlError for what is no name of a label
 */
export function labelValues(
  source: SeriesSource,
  name: string,
  selection: Selection,
): string[] {
  if (!isLabelName(name)) {
    throw new PromqlError(
      'bad_data',
      `invalid label name: ${JSON.stringify(name)}`,
    );
  }
  const values = new Set<string>();
  for (const one of find(source, selection)) {
    if (Object.hasOwn(one, name)) values.add(one[name]);
  }
  return [...values].sort();
}

/**
 * The labels of series, sorted.
 *
 * @throws PromqlError where no selector is given
 */
export function seriesLabels(
  source: SeriesSource,
  selection: Selection,
): Labels[] {
  if (selection.selectors.length === 0) {
    throw new PromqlError('bad_data', 'no match[] parameter provided');
  }
  return find(source, selection).sort(compareLabels);
}

/** Labels of the series that any of the selectors finds. */
function find(source: SeriesSource, selection: Selection): Labels[] {
  const { from, until } = selection;
  const selectors = selection.selectors.map(readMatchers);
  const found = new Set<Series>();
  for (const matchers of selectors.length > 0 ? selectors : [[]]) {
    for (const series of source.select(matchers, from - 1, until)) {
      found.add(series);
    }
  }
  return [...found].map(({ labels }) => labels);
}

/** @throws PromqlError for what is no selector */
function readMatchers(text: string): Matcher[] {
  const expr = readExpression(text, 'match[]');
  if (expr.kind !== 'selector') {
    throw invalidParameter(
      'match[]',
      '1:1: parse error: expected a metric selector',
    );
  }
  return expr.matchers;
}
