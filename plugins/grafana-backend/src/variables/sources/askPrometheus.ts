import { InputError } from '@backstage/errors';
import { filterOptions } from '../filterOptions';
import {
  optionsOf,
  type OptionsQuestion,
  type RawOptions,
} from '../VariableContext';

type Series = Record<string, string>;

/**
 * `label_values(label)`, `label_values(metric{…}, label)`, `label_names()`, `metrics(pattern)`, `query_result(query)`,
 * or a selector for its series: https://grafana.com/docs/grafana/latest/datasources/prometheus/template-variables/
 */
export async function askPrometheus(
  question: OptionsQuestion,
  query: string,
): Promise<RawOptions> {
  const [, call, argument = ''] =
    query.trim().match(/^(\w+)\(([^]*)\)\s*$/) ?? [];
  switch (call) {
    case 'label_names':
      return optionsOf(
        await ask<string[]>(question, 'labels', matching(argument)),
      );
    case 'label_values':
      return optionsOf(await labelValues(question, argument));
    case 'metrics': {
      const names = await ask<string[]>(question, 'label/__name__/values');
      return filterOptions(optionsOf(names), `/${argument}/`);
    }
    case 'query_result':
      return queryResult(question, argument);
    default:
      return seriesOf(question, query.trim());
  }
}

async function labelValues(
  question: OptionsQuestion,
  argument: string,
): Promise<string[]> {
  const [, selector = '', label = ''] =
    argument.match(/^(?:([^]*),)?\s*([\w.:-]+)\s*$/) ?? [];
  if (!label) {
    throw new InputError(
      `label_values(${argument}) names no label. Write e.g. label_values(up, job) in Grafana.`,
    );
  }
  return ask(
    question,
    `label/${encodeURIComponent(label)}/values`,
    matching(selector),
  );
}

function matching(selector: string): Record<string, string> {
  return selector.trim() ? { 'match[]': selector.trim() } : {};
}

/** `metric{label="a"} value timestamp`, as Grafana writes results. */
async function queryResult(
  question: OptionsQuestion,
  query: string,
): Promise<RawOptions> {
  const { result, resultType } = await ask<{
    resultType: string;
    result: { metric: Series; value: [number, string] }[] | [number, string];
  }>(question, 'query', {
    query,
    time: `${question.range.to.getTime() / 1000}`,
  });
  if (resultType === 'scalar' || resultType === 'string') {
    return optionsOf([String(result[1])]);
  }
  return optionsOf(
    (result as { metric: Series; value: [number, string] }[]).map(
      ({ metric, value: [time, value] }) =>
        `${seriesText(metric)} ${value} ${time * 1000}`,
    ),
  );
}

async function seriesOf(
  question: OptionsQuestion,
  selector: string,
): Promise<RawOptions> {
  if (!selector) return [];
  const series = await ask<Series[]>(question, 'series', matching(selector));
  return optionsOf(series.map(seriesText));
}

function seriesText({ __name__ = '', ...labels }: Series): string {
  const pairs = Object.entries(labels).map(([name, it]) => `${name}="${it}"`);
  return `${__name__}{${pairs.join(',')}}`;
}

async function ask<T>(
  { client, datasource, range, signal }: OptionsQuestion,
  path: string,
  query: Record<string, string> = {},
): Promise<T> {
  const { data } = await client.resource<{ data: T }>(
    datasource.uid,
    `api/v1/${path}`,
    new URLSearchParams({
      start: `${Math.floor(range.from.getTime() / 1000)}`,
      end: `${Math.ceil(range.to.getTime() / 1000)}`,
      ...query,
    }),
    { signal },
  );
  return data;
}
