import { formatFloat } from '../promql/format';
import { labelOf } from '../promql/labels/labelSets';
import type { Labels } from '../series/SeriesSource';
import { HUMANIZERS } from './humanize';

const PLACE = /\{\{\s*(.*?)\s*\}\}/g;
const EXPRESSION = /^\$(?:labels\.(\w+)|value)(?:\s*\|\s*(\w+))?$/;

/**
 * Fills in `{{ $labels.name }}` and `{{ $value }}`, the latter also with `| humanize`, `| humanizePercentage`
 * or `| humanizeDuration`.
 * https://prometheus.io/docs/prometheus/2.42/configuration/template_reference/
 *
 * @throws Error for what else Go's templates know
 */
export function expandTemplate(
  template: string,
  { labels, value }: { labels: Labels; value: number },
): string {
  return template.replace(PLACE, (place, expression: string) => {
    const match = EXPRESSION.exec(expression);
    const [, label, name] = match ?? [];
    const humanizer = name === undefined ? formatFloat : HUMANIZERS[name];
    if (!match || !humanizer || (label && name)) {
      throw new Error(`This sandbox does not expand '${place}'`);
    }
    return label ? labelOf(labels, label) : humanizer(value);
  });
}
