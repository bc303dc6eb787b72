import { frameOf, numberColumn, timeColumn } from '../frames/columns';
import type { DataFrameJson } from '../frames/DataFrameJson';
import { readLabels } from './labels';
import {
  numberOf,
  seriesName,
  textOf,
  type TestDataQuery,
} from './TestDataQuery';

const MOST_POINTS = 10_000;

/** A line that wanders, the same for the same range. */
export function randomWalk(query: TestDataQuery, index = 0): DataFrameJson {
  const { from, to, intervalMs } = query.context;
  const chance = chanceOf(from + to + index);
  const [spread, noise] = [
    numberOf(query, 'spread', 1),
    numberOf(query, 'noise', 0),
  ];
  const [least, most] = [
    numberOf(query, 'min', -Infinity),
    numberOf(query, 'max', Infinity),
  ];
  const drop = numberOf(query, 'dropPercent', 0) / 100;
  let walker = numberOf(query, 'startValue', chance() * 100);
  const times: number[] = [];
  const values: number[] = [];
  for (
    let at = from, i = 0;
    at < to && i < MOST_POINTS;
    at += intervalMs, i += 1
  ) {
    const wanted = walker + chance() * noise;
    const value = Math.min(most, Math.max(least, wanted));
    if (value !== wanted) walker = value;
    if (drop === 0 || chance() >= drop) {
      times.push(at);
      values.push(value);
    }
    walker += (chance() - 0.5) * spread;
  }
  return frameOf(
    [
      timeColumn('time', times, { config: { interval: intervalMs } }),
      numberColumn(seriesName(query, index), values, {
        labels: readLabels(textOf(query, 'labels'), index),
        nullable: true,
      }),
    ],
    {
      refId: query.refId,
      meta: {
        type: 'timeseries-multi',
        typeVersion: [0, 0],
        custom: { customStat: 10 },
      },
    },
  );
}

/** Numbers from 0 to below 1 that look like chance: https://en.wikipedia.org/wiki/Xorshift */
function chanceOf(seed: number): () => number {
  let state = (Math.floor(seed) % 0xffffffff ^ 0x9e3779b9) | 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
