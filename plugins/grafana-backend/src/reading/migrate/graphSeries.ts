import type { JsonObject, JsonValue } from '@backstage/types';
import { numberOf, objectOf } from '../json';
import { axisOf } from './graphAxis';
import { fixedColor, matcherOf } from './oldNames';

type Property = { id: string; value: JsonValue };
type Migrate = (value: JsonValue, all: JsonObject) => Property[];

const one = (id: string, value: JsonValue): Property[] => [{ id, value }];
const custom = (name: string, value: JsonValue) => one(`custom.${name}`, value);
const ifTrue = (value: JsonValue, properties: Property[]) =>
  value === true ? properties : [];

/** What could be set for a series, and what it is now. */
const PROPERTIES: Record<string, Migrate> = {
  bars: value => ifTrue(value, custom('drawStyle', 'bars')),
  color: value => [fixedColor(value) as Property],
  dashes: (value, { dashLength, spaceLength }) =>
    ifTrue(
      value,
      custom('lineStyle', {
        fill: 'dash',
        dash: [numberOf(dashLength) ?? 10, numberOf(spaceLength) ?? 10],
      }),
    ),
  fill: value => custom('fillOpacity', (numberOf(value) ?? 0) * 10),
  fillBelowTo: value => custom('fillBelowTo', value),
  hiddenSeries: value =>
    ifTrue(
      value,
      custom('hideFrom', { viz: true, legend: false, tooltip: false }),
    ),
  hideTooltip: value =>
    ifTrue(
      value,
      custom('hideFrom', { viz: false, legend: false, tooltip: true }),
    ),
  legend: value =>
    value === false
      ? custom('hideFrom', { viz: false, legend: true, tooltip: false })
      : [],
  lines: (value, { points, bars }) => {
    if (value === true) return custom('drawStyle', 'line');
    return value === false && points === true && bars !== true
      ? custom('drawStyle', 'points')
      : [];
  },
  linewidth: value => custom('lineWidth', numberOf(value) ?? 1),
  nullPointMode: value => custom('spanNulls', value === 'connected'),
  pointradius: value => custom('pointSize', 2 + (numberOf(value) ?? 1) * 2),
  points: value => custom('showPoints', value === true ? 'always' : 'never'),
  stack: value =>
    custom('stacking', {
      mode: value === false ? 'none' : 'normal',
      group: typeof value === 'string' ? value : 'A',
    }),
  steppedLine: value => ifTrue(value, custom('lineInterpolation', 'stepAfter')),
  transform: value =>
    value === 'negative-Y' ? custom('transform', 'negative-Y') : [],
};

/**
 * An override for a series by its name.
 *
 * @param right the second y axis, which a series can be given to
 */
export function seriesOverride(
  series: JsonObject,
  right: JsonObject,
): JsonObject {
  const properties = Object.entries(series).flatMap(([name, value]) =>
    value !== undefined && Object.hasOwn(PROPERTIES, name)
      ? PROPERTIES[name](value, series)
      : [],
  );
  return {
    matcher: matcherOf(series.alias),
    properties: [
      ...properties,
      ...(numberOf(series.yaxis) === 2 ? onRight(right) : []),
    ],
  };
}

function onRight(axis: JsonObject): Property[] {
  const { custom: own, ...standard } = axisOf(axis);
  const properties = { axisPlacement: 'right', ...objectOf(own) };
  return [
    ...Object.entries(standard).map(([id, value]) => ({ id, value: value! })),
    ...Object.entries(properties).map(([name, value]) => ({
      id: `custom.${name}`,
      value: value!,
    })),
  ];
}
