import type { DataFrame } from '@grafana/data';
import type { ResolvedTarget } from '../../view/ResolvedPanel';
import { bucketFrames } from './bucketFrames';
import { tableFrame } from './tableFrame';

/**
 * What plugins of data sources do in Grafana's frontend with what their backends answered.
 *
 * @param siblings all queries of the same data source that are shown
 */
export function shapeAnswer(
  frames: DataFrame[],
  { refId, datasource, query }: ResolvedTarget,
  siblings: readonly ResolvedTarget[],
): DataFrame[] {
  if (!datasource?.type.includes('prometheus')) return frames;
  switch (query.format) {
    case 'table': {
      const tables = siblings.filter(it => it.query.format === 'table');
      return tableFrame(
        frames,
        tables.length > 1 ? `Value #${refId}` : 'Value',
      );
    }
    case 'heatmap':
      return bucketFrames(frames);
    default:
      return frames;
  }
}
