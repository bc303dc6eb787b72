import { frameOf, numberColumn, timeColumn } from '../frames/columns';
import type { DataFrameJson } from '../frames/DataFrameJson';
import type { JsonObject } from '../Datasource';
import { readLabels } from './labels';
import {
  numberOf,
  seriesName,
  textOf,
  type TestDataQuery,
} from './TestDataQuery';

const MOST_POINTS = 10_000;

/** On for some steps and off for others, counted from 1970: the same values at the same moments, whatever the range. */
export function predictablePulse(query: TestDataQuery): DataFrameJson {
  const { from, to } = query.context;
  const wave = { ...query, model: (query.model.pulseWave ?? {}) as JsonObject };
  const stepMs = numberOf(wave, 'timeStep', 60) * 1000;
  const onCount = numberOf(wave, 'onCount', 3);
  const period = stepMs * (onCount + numberOf(wave, 'offCount', 3));
  const on = numberOf(wave, 'onValue', 2);
  const off = numberOf(wave, 'offValue', 1);
  const start = from - (from % stepMs);
  const count = Math.min(MOST_POINTS, Math.ceil((to - start) / stepMs));
  const times = Array.from(
    { length: Math.max(0, count) },
    (_, i) => start + i * stepMs,
  );
  const values = times.map(at => (at % period < onCount * stepMs ? on : off));
  return frameOf(
    [
      timeColumn('Time', times),
      numberColumn('Value', values, {
        labels: readLabels(textOf(query, 'labels'), 0),
        nullable: true,
      }),
    ],
    {
      refId: query.refId,
      name: seriesName(query),
      meta: { type: 'timeseries-multi', typeVersion: [0, 0] },
    },
  );
}
