import type { DataFrame, DataFrameJSON } from '@grafana/data';
import type { JsonObject } from '@backstage/types';
import { grafanaData } from './library';

/**
 * Frames of one query as its data source answered, with the types of their fields. Exemplars and annotations, which
 * Grafana lays over a panel, are left out.
 */
export function decodeFrames(
  refId: string,
  frames: readonly JsonObject[],
): DataFrame[] {
  const { dataFrameFromJSON, guessFieldTypes } = grafanaData();
  return frames
    .filter(frame => {
      const { fields, meta } = (frame as DataFrameJSON).schema ?? {};
      return (
        Array.isArray(fields) &&
        meta?.dataTopic !== 'annotations' &&
        meta?.custom?.resultType !== 'exemplar'
      );
    })
    .map(json => {
      const frame = guessFieldTypes(dataFrameFromJSON(json as DataFrameJSON));
      return { ...frame, refId: frame.refId ?? refId };
    });
}
