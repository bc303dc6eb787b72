import type { DataFrame, DataFrameJSON } from '@grafana/data';
import type { JsonObject } from '@backstage/types';
import { grafanaData } from './library';

/** Frames of one query as its data source answered, with the types of their fields. */
export function decodeFrames(
  refId: string,
  frames: readonly JsonObject[],
): DataFrame[] {
  const { dataFrameFromJSON, guessFieldTypes } = grafanaData();
  return frames
    .filter(frame => Array.isArray((frame as DataFrameJSON).schema?.fields))
    .map(json => {
      const frame = guessFieldTypes(dataFrameFromJSON(json as DataFrameJSON));
      return { ...frame, refId: frame.refId ?? refId };
    });
}
