import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { field, panelData, panelView } from '../../__testUtils__/panels';
import { shownValues } from '../values';
import { kind } from '.';
import PiePanel from './PiePanel';
import { pieOptions } from './pieOptions';
import { labelOf, slicesOf } from './slices';

const cost = { unit: 'currencyUSD', decimals: 1 };
const part = (name: string, value: number, seriesIndex: number, custom = {}) =>
  field(
    name,
    [value],
    { ...cost, custom },
    {
      seriesIndex,
      calcs: { lastNotNull: value },
    },
  );
const data = panelData(
  part('data', 50, 0),
  part('commerce', 100, 1),
  part('payments', 50.5, 2),
  part('refunds', -5, 3),
  part('secret', 7, 4, { hideFrom: { viz: true } }),
);
const slices = (options: object, off?: Set<string>) => {
  const panel = panelView('piechart', { ...options });
  return slicesOf(shownValues(panel, data), pieOptions(panel.options), off);
};

// https://grafana.com/docs/grafana/latest/panels-visualizations/visualizations/pie-chart/
test('shares the circle among the values above zero that are not hidden', () => {
  const found = slices({});
  expect(found.map(({ name, percent }) => `${name} ${percent}`)).toEqual([
    'commerce 49.9%',
    'payments 25.2%',
    'data 24.9%',
  ]);
  expect(found[2].to).toBeCloseTo(1);
});

test.each([
  ['asc', ['data', 'payments', 'commerce']],
  ['none', ['data', 'commerce', 'payments']],
])('sorts slices: %s', (sort, names) => {
  expect(slices({ sort }).map(({ name }) => name)).toEqual(names);
});

test('writes name, value and percentage on slices, as asked', () => {
  const [first] = slices({});
  expect(labelOf(first, ['percent', 'name'])).toEqual(['commerce', '49.9%']);
  expect(labelOf(first, ['value'])).toEqual(['$100.0']);
});

test('shows one alone and all again by its legend', async () => {
  const panel = panelView('piechart', {
    legend: {
      showLegend: true,
      displayMode: 'table',
      placement: 'right',
      values: ['value', 'percent'],
    },
  });
  const label = kind.summarize(panel, data);
  render(<PiePanel {...{ panel, data, label, width: 500, height: 200 }} />);
  expect(
    screen.getByRole('img', {
      name: 'commerce $100.0, 49.9%; payments $50.5, 25.2%; data $50.0, 24.9%.',
    }),
  ).toBeInTheDocument();
  expect(screen.getByRole('row', { name: /commerce/ })).toHaveTextContent(
    'commerce$100.049.9%',
  );
  await userEvent.click(screen.getByRole('button', { name: 'data' }));
  expect(screen.getByRole('row', { name: /data/ })).toHaveTextContent('100.0%');
  expect(screen.getByRole('row', { name: /commerce/ })).toHaveTextContent(
    '0.0%',
  );
  await userEvent.click(screen.getByRole('button', { name: 'data' }));
  expect(screen.getByRole('row', { name: /data/ })).toHaveTextContent('24.9%');
});
