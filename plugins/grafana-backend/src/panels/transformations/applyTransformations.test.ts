import type { DataTransformerConfig } from '@grafana/data';
import { chosen } from '../__testUtils__/createPanel';
import {
  DOCUMENTED,
  ROUTES,
  SERVERS,
  table,
} from '../__testUtils__/documentedTransformations';
import { decodeFrames } from '../frames/decodeFrames';
import { grafanaData } from '../frames/library';
import { replaceVariablesWith } from '../frames/replaceVariables';
import { applyTransformations } from './applyTransformations';

const replace = replaceVariablesWith({
  values: new Map([['team', chosen('commerce')]]),
});
/** Columns by name, of each frame. */
async function result(
  json: ReturnType<typeof table>[],
  ...configs: DataTransformerConfig[]
) {
  const frames = json.flatMap((one, at) =>
    decodeFrames(String.fromCharCode(65 + at), [one]),
  );
  const { getFieldDisplayName } = grafanaData();
  const done = await applyTransformations(frames, configs, replace);
  return {
    notices: done.notices.map(({ text }) => text),
    tables: done.frames.map(frame =>
      Object.fromEntries(
        frame.fields.map(field => [
          getFieldDisplayName(field, frame, done.frames),
          field.values,
        ]),
      ),
    ),
  };
}

describe('applyTransformations', () => {
  it.each(DOCUMENTED)(
    'does %s as documented',
    async (id, json, options, tables) => {
      expect(await result(json, { id, options })).toEqual({
        tables,
        notices: [],
      });
    },
  );

  it('makes a table of series with small charts', async () => {
    const { tables } = await result(ROUTES, {
      id: 'timeSeriesTable',
      options: {},
    });
    expect(tables).toMatchObject([
      { route: ['/orders'], 'Trend #A': [{ value: 5 }] },
      { route: ['/pay'], 'Trend #B': [{ value: 8 }] },
    ]);
  });

  it('names one that it does not know, and does the others', async () => {
    const { tables, notices } = await result(
      [SERVERS],
      { id: 'plugin-magic', options: {} },
      { id: 'limit', options: { limitField: 1 } },
    );
    expect(tables[0].cpu).toEqual([10]);
    expect(notices).toEqual([
      expect.stringContaining("'plugin-magic' is not applied"),
    ]);
  });

  it('leaves out those that are off, and frames that one is not about', async () => {
    const { tables } = await result(
      [table(['v', 'number', [1, 2]]), table(['v', 'number', [3, 4]])],
      { id: 'limit', disabled: true, options: { limitField: 0 } },
      {
        id: 'limit',
        filter: { id: 'byRefId', options: 'B' },
        options: { limitField: 1 },
      },
    );
    expect(tables).toEqual([{ v: [1, 2] }, { v: [3] }]);
  });
});
