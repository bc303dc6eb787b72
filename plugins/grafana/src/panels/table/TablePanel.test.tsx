import type { JsonObject } from '@backstage/types';
import type { PanelData } from '@portico/plugin-grafana-common';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { field, panelData, panelView } from '../../__testUtils__/panels';
import { limits } from '../values/__testUtils__/limits';
import { kind } from '.';
import TablePanel from './TablePanel';

const text = { type: 'string' as const };
const service = field(
  'Service',
  ['orders', 'cart', 'search', 'payouts'],
  { custom: { filterable: true } },
  text,
);
const p95 = field('p95', [480, 144, null, 1900], { unit: 'ms' });
const data = panelData(service, p95);

function show(given: PanelData, options: JsonObject = {}, height = 240) {
  const panel = panelView('table', options);
  const label = kind.summarize(panel, given);
  render(<TablePanel {...{ panel, data: given, width: 600, height, label }} />);
}

const column = (place: number) =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map(row => within(row).getAllByRole('cell')[place]?.textContent);

test('says what it holds', () => {
  show(data);
  expect(
    screen.getByRole('table', {
      name: '4 rows of 2 columns. First: Service orders, p95 480 ms.',
    }),
  ).toBeInTheDocument();
  expect(column(1)).toEqual(['480 ms', '144 ms', '', '1.90 s']);
});

test('sorts by a column, up, down and as it came; nothing comes last', async () => {
  show(data);
  const button = screen.getByRole('button', { name: 'p95' });
  await userEvent.click(button);
  expect(column(0)).toEqual(['cart', 'orders', 'payouts', 'search']);
  expect(screen.getByRole('columnheader', { name: 'p95' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  await userEvent.click(button);
  expect(column(0)).toEqual(['payouts', 'orders', 'cart', 'search']);
  await userEvent.click(button);
  expect(column(0)).toEqual(['orders', 'cart', 'search', 'payouts']);
});

test('is sorted as the dashboard says at first', () => {
  show(data, { sortBy: [{ displayName: 'p95', desc: true }] });
  expect(column(0)[0]).toBe('payouts');
});

test('filters a column, and its footer follows', async () => {
  show(data, { footer: { show: true, reducer: ['sum'] } });
  expect(column(1)).toContain('Total 2.52 s');
  await userEvent.click(screen.getByRole('button', { name: 'Filter Service' }));
  await userEvent.type(screen.getByLabelText('Filter Service'), 'or');
  expect(column(0)).toEqual(['orders', '']);
  expect(column(1)).toEqual(['480 ms', 'Total 480 ms']);
});

// https://grafana.com/docs/grafana/latest/panels-visualizations/visualizations/table/#table-footer
test('has the footer of each field: reductions, and how many rows', () => {
  const cost = field('Cost', [1, 2, 6], {
    unit: 'currencyUSD',
    custom: { footer: { reducers: ['mean', 'max', 'countAll'] } },
  });
  show(panelData(cost));
  expect(column(0)).toContain('Mean $3, Max $6, Count 3');
});

test('writes cells by their type', () => {
  const custom = (type: string) => ({ custom: { cellOptions: { type } } });
  const colored = limits(10);
  show(
    panelData(
      field('Words', [20], { ...colored, ...custom('color-text') }),
      field('Ground', [20], { ...colored, ...custom('color-background') }),
      field('JSON', [{ a: 1 }], {}, { type: 'other' }),
      field('Image', ['https://pictures.example/a.png'], custom('image'), text),
      field(
        'Line',
        [[1, 2, 3]],
        { unit: 'ms', ...custom('sparkline') },
        { type: 'other' },
      ),
      field('Hidden', [1], { custom: { hidden: true } }),
      field(
        'Open',
        ['orders'],
        { links: [{ title: 'Its page', url: '/orders' }] },
        text,
      ),
      field(
        'Bad',
        ['x'],
        { links: [{ title: '', url: ['javascript', 'alert(1)'].join(':') }] },
        text,
      ),
    ),
  );
  const cells = screen.getAllByRole('cell');
  expect(cells.map(cell => cell.textContent)).toEqual([
    ...['20', '20', '{"a":1}', 'Picture', '3 ms', 'orders', 'x'],
  ]);
  expect(cells[0]).toHaveStyle({ color: 'rgb(179, 38, 30)' });
  expect(cells[1]).toHaveStyle({ background: 'rgb(179, 38, 30)' });
  expect(screen.queryByRole('img')).not.toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Picture' })).toHaveAttribute(
    'href',
    'https://pictures.example/a.png',
  );
  expect(screen.getByTitle('Its page')).toHaveAttribute('href', '/orders');
  expect(screen.getAllByRole('link')).toHaveLength(2);
});

test('keeps only rows that can be seen in the page, or shows pages of them', async () => {
  const many = panelData(
    field(
      'n',
      Array.from({ length: 5000 }, (_, n) => n),
    ),
  );
  show(many);
  expect(screen.getAllByRole('row').length).toBeLessThan(40);
  expect(screen.getByRole('table')).toHaveAttribute('aria-rowcount', '5001');
});

test('shows more rows when the panel grows', () => {
  const many = panelData(
    field(
      'n',
      Array.from({ length: 500 }, (_, n) => n),
    ),
  );
  const panel = panelView('table');
  const props = { panel, data: many, width: 600, label: 'Rows' };
  const { rerender } = render(<TablePanel {...props} height={120} />);
  const before = screen.getAllByRole('row').length;
  rerender(<TablePanel {...props} height={900} />);
  expect(screen.getAllByRole('row').length).toBeGreaterThan(before + 20);
});

test('goes from page to page', async () => {
  const many = panelData(
    field(
      'n',
      Array.from({ length: 50 }, (_, n) => n),
    ),
  );
  show(many, { enablePagination: true });
  expect(screen.getByRole('status')).toHaveTextContent('1 to 6 of 50');
  await userEvent.click(screen.getByRole('button', { name: 'Next' }));
  expect(screen.getByRole('status')).toHaveTextContent('7 to 12 of 50');
  expect(column(0)[0]).toBe('6');
});

test('leaves the head out, and lets one choose among tables', async () => {
  const other = panelData(field('cost', [7]));
  show(
    { ...data, frames: [...data.frames, ...other.frames] },
    { showHeader: false },
  );
  expect(screen.queryByRole('columnheader')).not.toBeInTheDocument();
  await userEvent.selectOptions(
    screen.getByRole('combobox', { name: 'Table' }),
    'cost',
  );
  expect(screen.getByRole('cell')).toHaveTextContent('7');
});
