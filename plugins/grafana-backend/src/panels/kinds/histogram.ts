import { grafanaData } from '../frames/library';
import { theme } from '../frames/applyFieldConfig';
import { withCalcs } from '../frames/withCalcs';
import { legendCalcs } from './legendCalcs';
import type { PanelShape, ShapeInput } from './PanelShape';

/**
 * Buckets with how many values are in them: `xMin`, `xMax`, then a count for each series. Data that is in buckets
 * already is left so. https://grafana.com/docs/grafana/latest/panels-visualizations/visualizations/histogram/
 */
export function histogram({ frames, options }: ShapeInput): PanelShape {
  const { buildHistogram, getHistogramFields, histogramFieldsToFrame } =
    grafanaData();
  if (frames.length === 0) return { frames: [], notices: [] };
  const ready = frames.length === 1 ? getHistogramFields(frames[0]) : undefined;
  const built =
    ready ??
    buildHistogram(
      frames,
      {
        combine: options.combine === true,
        bucketCount: positive(options.bucketCount),
        bucketSize: positive(options.bucketSize),
        bucketOffset: Number(options.bucketOffset) || undefined,
      },
      theme(),
    );
  if (!built || built.xMin.values.length === 0) {
    return { frames: [], notices: [] };
  }
  const calcsOf = legendCalcs(options);
  const frame = histogramFieldsToFrame(built, theme());
  return { frames: withCalcs([frame], calcsOf), notices: [], calcsOf };
}

function positive(value: unknown): number | undefined {
  const number = Number(value);
  return number > 0 ? number : undefined;
}
