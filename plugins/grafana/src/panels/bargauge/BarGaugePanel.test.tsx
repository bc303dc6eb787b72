import type { JsonObject } from '@backstage/types';
import { render, screen } from '@testing-library/react';
import { field, panelData, panelView } from '../../__testUtils__/panels';
import { shownValues } from '../values';
import { limits } from '../values/__testUtils__/limits';
import { kind } from '.';
import { barGaugeOptions } from './barGaugeOptions';
import BarGaugePanel from './BarGaugePanel';
import { barLayout } from './barLayout';

const data = panelData(
  ...[512, 344, 96].map((last, at) =>
    field(
      ['POST /orders', 'GET /orders', 'GET /orders/{id}'][at],
      [last],
      { unit: 'ms', min: 0, max: 600, ...limits(300) },
      { calcs: { lastNotNull: last } },
    ),
  ),
);

function show(options: JsonObject, width = 400, height = 200) {
  const panel = panelView('bargauge', options);
  const label = kind.summarize(panel, data);
  return render(<BarGaugePanel {...{ panel, data, width, height, label }} />)
    .container;
}

const layout = (options: JsonObject, width: number, height: number) =>
  barLayout(
    shownValues(panelView('bargauge'), data),
    barGaugeOptions(options),
    { width, height },
  );

test('shows each value with its name', () => {
  show({ orientation: 'horizontal' });
  const panel = screen.getByRole('group', {
    name: 'POST /orders 512 ms, GET /orders 344 ms, GET /orders/{id} 96 ms.',
  });
  expect(panel).toHaveTextContent('POST /orders512 ms');
});

test('fills bars as far as their values go', () => {
  const options = { orientation: 'horizontal', displayMode: 'basic' };
  const { length } = layout(options, 400, 200);
  const [first] = show(options).querySelectorAll<HTMLElement>('i');
  expect(first.style.width).toBe(`${Math.round((512 / 600) * length)}px`);
});

test('lights cells in the colours of their places', () => {
  const container = show({ orientation: 'horizontal', displayMode: 'lcd' });
  const colors = [...container.querySelectorAll<HTMLElement>('i')]
    .map(({ style }) => style.background)
    .filter(Boolean);
  expect(new Set(colors)).toEqual(
    new Set(['rgb(44, 122, 69)', 'rgb(179, 38, 30)']),
  );
});

// https://grafana.com/docs/grafana/latest/panels-visualizations/visualizations/bar-gauge/
test('lays bars by the orientation, and names and values as asked', () => {
  expect(layout({}, 400, 200).lying).toBe(false);
  expect(layout({}, 200, 400).lying).toBe(true);
  const lying = { orientation: 'horizontal' };
  expect(layout(lying, 400, 300).names).toBe('over');
  expect(layout(lying, 400, 90).names).toBe('before');
  const hidden = { ...lying, namePlacement: 'hidden', valueMode: 'hidden' };
  expect(layout(hidden, 400, 90)).toMatchObject({
    names: 'none',
    length: 400,
  });
});

test('keeps bar, name and value inside the panel', () => {
  for (const width of [120, 300, 900]) {
    const lying = layout({ orientation: 'horizontal' }, width, 90);
    expect(lying.length + lying.nameRoom + lying.valueRoom).toBeLessThanOrEqual(
      width + 8,
    );
    const upright = layout({ orientation: 'vertical' }, width, 200);
    expect(upright.length + upright.valueRoom + 18).toBeLessThanOrEqual(200);
  }
});
