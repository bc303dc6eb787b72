import type { JsonObject } from '../Datasource';
import type { DataFrameJson, FieldJson } from '../frames/DataFrameJson';

/**
 * Frames that stand in the query itself: those of the API, or the flat ones whose fields hold their values. The real
 * TestData reads them in the browser; here the server does.
 *
 * @throws Error for what is no list of frames
 */
export function rawFrames(content: string, refId: string): DataFrameJson[] {
  const parsed: unknown = content === '' ? [] : JSON.parse(content);
  if (!Array.isArray(parsed)) {
    throw new Error('rawFrameContent must be a list of frames');
  }
  return parsed.map(frame => {
    const { schema, data } = 'schema' in frame ? frame : unflatten(frame);
    return { schema: { ...schema, refId }, data };
  });
}

function unflatten(frame: JsonObject): DataFrameJson {
  const {
    fields = [],
    name,
    meta,
  } = frame as {
    fields?: (FieldJson & { values?: unknown[] })[];
  } & Pick<DataFrameJson['schema'], 'name' | 'meta'>;
  return {
    schema: {
      ...(name && { name }),
      ...(meta && { meta }),
      fields: fields.map(({ values: _, ...field }) => field),
    },
    data: { values: fields.map(({ values = [] }) => values) },
  };
}
