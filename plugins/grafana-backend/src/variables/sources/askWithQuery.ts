import type { JsonArray, JsonObject } from '@backstage/types';
import { GrafanaProblem } from '@portico/plugin-grafana-node';
import { arrayOf, objectOf, objectsOf } from '../../reading/json';
import type { OptionsQuestion, RawOptions } from '../VariableContext';

/** Named by whoever writes the query: what people read, and what is filled in. */
const TEXT = ['__text', 'text'];
const VALUE = ['__value', 'value'];

/** Runs a query; its rows are the options. */
export async function askWithQuery(
  { client, datasource, range, signal }: OptionsQuestion,
  query: JsonObject,
): Promise<RawOptions> {
  const { uid, type, name } = datasource;
  const { results } = await client.query(
    {
      from: `${range.from.getTime()}`,
      to: `${range.to.getTime()}`,
      queries: [
        {
          intervalMs: 60_000,
          maxDataPoints: 500,
          ...query,
          refId: 'variable',
          datasource: { uid, type },
        },
      ],
    },
    { signal },
  );
  const { error, frames = [] } = results.variable ?? {};
  if (error) {
    throw new GrafanaProblem(
      'QueryFailedError',
      `The data source '${name}' did not tell the values: ${error}`,
    );
  }
  return frames.flatMap(optionsIn);
}

function optionsIn(frame: JsonObject): RawOptions {
  const fields = objectsOf(objectOf(frame.schema).fields);
  const columns = arrayOf(objectOf(frame.data).values).map(
    values => values as JsonArray,
  );
  const column = (names: string[]) =>
    columns[fields.findIndex(({ name }) => names.includes(String(name)))];
  const texts = column(TEXT);
  const values = column(VALUE);
  if (texts || values) {
    return (texts ?? values).map((text, row) => ({
      text: String(text),
      value: String((values ?? texts)[row]),
    }));
  }
  const first = fields.findIndex(({ type }) => type === 'string');
  return (columns[first < 0 ? 0 : first] ?? [])
    .filter(value => value !== null)
    .map(value => ({ text: String(value), value: String(value) }));
}
