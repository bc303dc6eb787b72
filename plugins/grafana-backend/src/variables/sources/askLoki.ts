import { InputError } from '@backstage/errors';
import type { JsonValue } from '@backstage/types';
import { isObject, textOf } from '../../reading/json';
import {
  optionsOf,
  type OptionsQuestion,
  type RawOptions,
} from '../VariableContext';

const LABEL_NAMES = 0;

/**
 * `label_names()`, `label_values(label)`, `label_values({…}, label)`, or the object that newer dashboards have:
 * https://grafana.com/docs/grafana/latest/datasources/loki/template-variables/
 */
export async function askLoki(
  question: OptionsQuestion,
  query: JsonValue,
): Promise<RawOptions> {
  if (isObject(query) && typeof query.type === 'number') {
    return query.type === LABEL_NAMES
      ? ask(question, 'labels')
      : labelValues(question, textOf(query.label), textOf(query.stream));
  }
  const text = String((isObject(query) ? query.query : query) ?? '').trim();
  if (/^label_names\(\s*\)$/.test(text)) return ask(question, 'labels');
  const [, stream, label] =
    text.match(/^label_values\((?:([^]*),)?\s*([\w-]+)\s*\)$/) ?? [];
  if (!label) {
    throw new InputError(
      `Loki can't be asked for ${text}. Write label_names() or label_values({app="a"}, label) in Grafana.`,
    );
  }
  return labelValues(question, label, stream);
}

async function labelValues(
  question: OptionsQuestion,
  label = '',
  stream = '',
): Promise<RawOptions> {
  return ask(question, `label/${encodeURIComponent(label)}/values`, {
    ...(stream.trim() ? { query: stream.trim() } : {}),
  });
}

async function ask(
  { client, datasource, range, signal }: OptionsQuestion,
  path: string,
  query: Record<string, string> = {},
): Promise<RawOptions> {
  const { data = [] } = await client.resource<{ data?: string[] }>(
    datasource.uid,
    path,
    new URLSearchParams({
      start: `${range.from.getTime()}000000`,
      end: `${range.to.getTime()}000000`,
      ...query,
    }),
    { signal },
  );
  return optionsOf(data);
}
