import type { JsonObject } from '@backstage/types';
import { numberOf, objectOf, textOf } from '../json';
import { present } from './oldNames';

/** The heatmap of before Grafana 9. */
export function migrateHeatmap(panel: JsonObject): JsonObject {
  const yAxis = objectOf(panel.yAxis);
  const color = objectOf(panel.color);
  const log = numberOf(yAxis.logBase);
  const calculate = panel.dataFormat !== 'tsbuckets';
  return {
    ...panel,
    fieldConfig: { defaults: {}, overrides: [] },
    options: {
      calculate,
      ...(calculate
        ? {
            calculation: {
              xBuckets: bucketsOf(panel.xBucketNumber, panel.xBucketSize),
              yBuckets: {
                ...bucketsOf(panel.yBucketNumber, panel.yBucketSize),
                ...(log && log > 1 ? { scale: { type: 'log', log } } : {}),
              },
            },
          }
        : {}),
      cellGap: numberOf(objectOf(panel.cards).cardPadding) ?? 1,
      color: {
        ...present({ min: numberOf(color.min), max: numberOf(color.max) }),
        mode: color.mode === 'opacity' ? 'opacity' : 'scheme',
        fill: textOf(color.cardColor) ?? 'dark-orange',
        scale: color.colorScale === 'linear' ? 'linear' : 'exponential',
        exponent: numberOf(color.exponent) ?? 0.5,
        scheme: (textOf(color.colorScheme) ?? 'Oranges').replace(
          /^interpolate/,
          '',
        ),
        steps: 128,
      },
      filterValues: { le: panel.hideZeroBuckets === false ? null : 1e-9 },
      legend: { show: objectOf(panel.legend).show === true },
      tooltip: {
        mode: objectOf(panel.tooltip).show === false ? 'none' : 'single',
      },
      yAxis: present({
        axisPlacement: yAxis.show === false ? 'hidden' : 'left',
        unit: textOf(yAxis.format),
        decimals: numberOf(yAxis.decimals),
        min: numberOf(yAxis.min),
        max: numberOf(yAxis.max),
        reverse: panel.reverseYBuckets === true,
      }),
    },
  };
}

function bucketsOf(count: JsonObject[string], size: JsonObject[string]) {
  if (textOf(size) || numberOf(size)) return { mode: 'size', value: `${size}` };
  return numberOf(count) ? { mode: 'count', value: `${count}` } : {};
}
