import type { JsonObject } from '@backstage/types';
import { arrayOf, numberOf, objectOf, objectsOf, textOf } from '../json';
import { graphThresholds } from './graphThresholds';
import { seriesOverride } from './graphSeries';
import { aliasColors, calcOf, linksOf, present } from './oldNames';
import { axisOf } from './graphAxis';

const SORTS = ['none', 'asc', 'desc'];
const LEGEND_CALCS = ['min', 'max', 'avg', 'current', 'total'];

/**
 * The graph of before Grafana 7.4 as a time series, or as what it is now if its x axis does not show the time.
 * https://grafana.com/docs/grafana/latest/visualizations/panels-visualizations/visualizations/graph/
 */
export function migrateGraph(panel: JsonObject): JsonObject {
  const [left = {}, right = {}] = objectsOf(panel.yaxes);
  const xaxis = objectOf(panel.xaxis);
  const { thresholds, thresholdsStyle } = graphThresholds(panel.thresholds);
  const axis = axisOf(left);
  const { custom, ...own } = axis;
  const options = {
    legend: legendOf(objectOf(panel.legend)),
    tooltip: tooltipOf(objectOf(panel.tooltip)),
  };
  return {
    ...panel,
    ...kindOf(xaxis, panel, options),
    fieldConfig: {
      defaults: {
        color: { mode: 'palette-classic' },
        ...own,
        ...present({ thresholds }),
        ...(panel.nullPointMode === 'null as zero'
          ? { nullValueMode: 'null as zero' }
          : {}),
        links: linksOf(objectOf(panel.options).dataLinks),
        custom: {
          ...styleOf(panel),
          ...objectOf(custom),
          ...present({ thresholdsStyle }),
        },
      },
      overrides: [
        ...aliasColors(panel),
        ...objectsOf(panel.seriesOverrides).map(it =>
          seriesOverride(it, right),
        ),
      ],
    },
  };
}

function kindOf(
  xaxis: JsonObject,
  panel: JsonObject,
  options: JsonObject,
): JsonObject {
  switch (xaxis.mode) {
    case 'histogram':
      return {
        type: 'histogram',
        options: {
          ...options,
          ...present({ bucketCount: numberOf(xaxis.buckets) }),
        },
      };
    case 'series':
      return {
        type: 'barchart',
        options,
        transformations: [
          ...arrayOf(panel.transformations),
          {
            id: 'reduce',
            options: { reducers: [calcOf(arrayOf(xaxis.values)[0])] },
          },
        ],
      };
    default:
      return { type: 'timeseries', options };
  }
}

function styleOf(panel: JsonObject): JsonObject {
  const lines = panel.lines !== false;
  const points = panel.points === true;
  const radius = numberOf(panel.pointradius);
  return {
    drawStyle: drawStyleOf(panel.bars === true, lines, points),
    lineWidth: numberOf(panel.linewidth) ?? 1,
    fillOpacity: (numberOf(panel.fill) ?? 1) * 10,
    gradientMode: numberOf(panel.fillGradient) ? 'opacity' : 'none',
    showPoints: points ? 'always' : 'never',
    ...(radius === undefined ? {} : { pointSize: 2 + radius * 2 }),
    lineInterpolation: panel.steppedLine === true ? 'stepAfter' : 'linear',
    spanNulls: panel.nullPointMode === 'connected',
    ...(panel.dashes === true
      ? {
          lineStyle: {
            fill: 'dash',
            dash: [
              numberOf(panel.dashLength) ?? 10,
              numberOf(panel.spaceLength) ?? 10,
            ],
          },
        }
      : {}),
    stacking: {
      group: 'A',
      mode: stackingOf(panel.stack === true, panel.percentage === true),
    },
  };
}

function drawStyleOf(bars: boolean, lines: boolean, points: boolean): string {
  if (bars) return 'bars';
  return points && !lines ? 'points' : 'line';
}

function stackingOf(stack: boolean, percentage: boolean): string {
  if (!stack) return 'none';
  return percentage ? 'percent' : 'normal';
}

function legendOf(legend: JsonObject): JsonObject {
  return {
    displayMode: legend.alignAsTable === true ? 'table' : 'list',
    placement: legend.rightSide === true ? 'right' : 'bottom',
    showLegend: legend.show !== false,
    calcs: LEGEND_CALCS.filter(
      calc => legend.values === true && legend[calc] === true,
    ).map(calcOf),
  };
}

function tooltipOf({ shared, sort }: JsonObject): JsonObject {
  return {
    mode: shared === false ? 'single' : 'multi',
    sort: SORTS[numberOf(sort) ?? 0] ?? textOf(sort) ?? 'none',
  };
}
