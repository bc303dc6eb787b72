import { formatFloat } from '../../prometheus/promql/format';
import { expandTemplate } from '../../prometheus/rules/expandTemplate';

const VALUE =
  /\{\{\s*(?:(\w+)\s+)?\$values\.(\w+)(?:\.Value)?\s*(?:\|\s*(\w+)\s*)?\}\}/g;

/**
 * Fills in `{{ $labels.name }}` and `{{ $values.A.Value }}`, the latter also with what Prometheus has for it, e.g.
 * `{{ humanizePercentage $values.A.Value }}`. As in Grafana, what can't be filled in stays as it is written.
 * https://grafana.com/docs/grafana/latest/alerting/alerting-rules/templates/reference/
 */
export function expandText(
  text: string,
  {
    labels,
    values,
  }: { labels: Record<string, string>; values: Record<string, number> },
): string {
  try {
    const filled = text.replace(
      VALUE,
      (_place, before?: string, refId = '', after?: string) => {
        const value = values[refId] ?? NaN;
        const name = before ?? after;
        return name
          ? expandTemplate(`{{ $value | ${name} }}`, { labels, value })
          : formatFloat(value);
      },
    );
    return expandTemplate(filled, { labels, value: NaN });
  } catch {
    return text;
  }
}
