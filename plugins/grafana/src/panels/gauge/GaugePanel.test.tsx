import type { FieldConfig } from '@portico/plugin-grafana-common';
import { render, screen } from '@testing-library/react';
import { field, panelData, panelView } from '../../__testUtils__/panels';
import { readColorTheme } from '../../colors';
import { kind } from '.';
import { band, pointAt, SWEEPS } from './arc';
import { dialSize } from './Dial';
import { gaugeOptions } from './gaugeOptions';
import GaugePanel from './GaugePanel';
import { placeOf, thresholdBands } from './thresholdBands';

const config: FieldConfig = {
  unit: 'ms',
  min: 0,
  max: 600,
  color: { mode: 'thresholds' },
  thresholds: {
    mode: 'absolute',
    steps: [
      { value: null, color: 'green' },
      { value: 300, color: 'orange' },
      { value: 450, color: 'red' },
    ],
  },
};
const p95 = field('p95', [480], config, { calcs: { lastNotNull: 480 } });
const range = { min: 0, max: 600 };
const theme = readColorTheme();

test('shows the value and the limits on its scale', () => {
  const panel = panelView('gauge', { showThresholdLabels: true });
  const data = panelData(p95);
  const label = kind.summarize(panel, data);
  render(<GaugePanel {...{ panel, data, label, width: 300, height: 200 }} />);
  expect(
    screen.getByRole('group', { name: '480 ms. Scale from 0 ms to 600 ms.' }),
  ).toHaveTextContent('480 ms');
  expect(screen.getByText('300 ms')).toBeInTheDocument();
  expect(screen.getByText('450 ms')).toBeInTheDocument();
});

test('lays limits along the scale, absolute and in per cent', () => {
  const places = (thresholds: FieldConfig['thresholds']) =>
    thresholdBands(
      { type: 'number', config: { thresholds } },
      range,
      theme,
    ).map(({ from, to, value }) => [from, to, value]);
  expect(places(config.thresholds)).toEqual([
    [0, 0.5, undefined],
    [0.5, 0.75, 300],
    [0.75, 1, 450],
  ]);
  const steps = [
    { value: null, color: 'green' },
    { value: 80, color: 'red' },
  ];
  expect(places({ mode: 'percentage', steps })).toEqual([
    [0, 0.8, undefined],
    [0.8, 1, 480],
  ]);
  expect(
    places({
      mode: 'absolute',
      steps: [...steps, { value: 900, color: 'blue' }],
    }),
  ).toHaveLength(2);
});

test('draws a continuous scheme in steps from its first to its last colour', () => {
  const bands = thresholdBands(
    { type: 'number', config: { color: { mode: 'continuous-GrYlRd' } } },
    range,
    theme,
  );
  expect(bands).toHaveLength(32);
  expect(bands[0].color).not.toBe(bands[31].color);
});

test('stays on the scale with values beyond it', () => {
  expect([-10, 300, 900, NaN].map(value => placeOf(value, range))).toEqual([
    0, 0.5, 1, 0,
  ]);
  expect(placeOf(5, { min: 5, max: 5 })).toBe(0);
});

test('keeps a dial inside its box', () => {
  const options = gaugeOptions({});
  for (const box of [
    { width: 75, height: 75 },
    { width: 400, height: 100 },
    { width: 120, height: 300 },
  ]) {
    const { radius, middle } = dialSize(box, options);
    expect(2 * radius).toBeLessThanOrEqual(box.width);
    expect(middle - radius).toBeGreaterThanOrEqual(-1);
    expect(middle + radius * 0.56).toBeLessThanOrEqual(box.height + 1);
  }
});

test('draws arcs clockwise from the lower left, and whole circles', () => {
  expect(pointAt(SWEEPS.gauge, 0.5, 10)).toEqual({ x: -0, y: -10 });
  expect(band(SWEEPS.gauge, 0, 0.5, 10, 8)).toMatch(/^M-8\.66 5A10 10 0 0 1/);
  expect(band(SWEEPS.gauge, 0, 1, 10, 8)).toMatch(/^M-8\.66 5A10 10 0 1 1/);
  expect(band(SWEEPS.circle, 0, 1, 10, 8)).not.toContain('NaN');
});
