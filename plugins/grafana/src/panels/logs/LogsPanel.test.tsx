import type { JsonObject } from '@backstage/types';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { field, panelData, panelView, START } from '../../__testUtils__/panels';
import { kind } from '.';
import { highlight, prettified } from './highlight';
import { levelOf } from './logLevel';
import { logRows, orderedRows } from './logRows';
import LogsPanel from './LogsPanel';

const LINES = [
  'level=info msg="request done" status=200',
  '\u001b[31mERROR\u001b[0m connection to orders-db refused',
  'request done',
  'request done',
];
const logData = (lines: string[]) =>
  panelData(
    field(
      'labels',
      lines.map((_, at) => ({ app: 'orders', pod: `orders-${at}` })),
      {},
      { type: 'other' },
    ),
    field(
      'Time',
      lines.map((_, at) => START + at * 1000),
      {},
      { type: 'time' },
    ),
    field('Line', lines, {}, { type: 'string' }),
  );

function show(options: JsonObject = {}, lines = LINES) {
  const panel = panelView('logs', options);
  const data = logData(lines);
  const label = kind.summarize(panel, data);
  render(<LogsPanel {...{ panel, data, width: 600, height: 300, label }} />);
}
const lines = () =>
  within(screen.getByRole('log'))
    .getAllByRole('button', { name: /^Details/ })
    .map(button => button.parentElement?.textContent);

test('says how many lines there are, and the newest', () => {
  expect(kind.summarize(panelView('logs'), logData(LINES))).toMatch(
    /^4 lines, 1 error\. Newest at .*Z: request done$/,
  );
  expect(kind.summarize(panelView('logs'), logData([]))).toBe('No lines.');
});

test('shows the newest first, with time, level in words, and without colours of terminals', async () => {
  show();
  expect(lines()).toEqual([
    '13:00:03.000no levelrequest done',
    '13:00:02.000no levelrequest done',
    '13:00:01.000errorERROR connection to orders-db refused',
    '13:00:00.000infolevel=info msg="request done" status=200',
  ]);
  await userEvent.click(screen.getByRole('button', { name: 'Newest first' }));
  expect(lines()[0]).toContain('13:00:00.000');
});

test('searches in the lines, and marks what it finds', async () => {
  show();
  await userEvent.type(
    screen.getByRole('searchbox', { name: 'Search in these lines' }),
    'DB ref',
  );
  expect(screen.getByRole('status')).toHaveTextContent('1 of 4 lines');
  expect(screen.getByText('db ref').tagName).toBe('MARK');
  expect(lines()).toHaveLength(1);
});

test('opens a line to its labels, and copies it', async () => {
  const user = userEvent.setup();
  const write = jest.spyOn(navigator.clipboard, 'writeText');
  show();
  const [, , button] = screen.getAllByRole('button', { name: /^Details/ });
  await user.click(button);
  expect(button).toHaveAttribute('aria-expanded', 'true');
  expect(screen.getByText('orders-1')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Copy line' }));
  expect(write).toHaveBeenCalledWith('ERROR connection to orders-db refused');
  expect(await screen.findByText('Copied')).toBeInTheDocument();
});

test('keeps only lines that can be seen in the page', () => {
  show(
    {},
    Array.from({ length: 2000 }, (_, at) => `line ${at}`),
  );
  expect(screen.getByRole('status')).toHaveTextContent('2,000 lines');
  expect(lines().length).toBeLessThan(60);
});

// https://grafana.com/docs/grafana/latest/panels-visualizations/visualizations/logs/
test('counts lines that say the same as one, where the panel says so', () => {
  show({ dedupStrategy: 'exact', showTime: false });
  expect(lines()[0]).toBe('no level2×request done');
});

test.each([
  ['error', '', 'error'],
  ['CRITICAL', 'fine', 'critical'],
  [undefined, '{"level":"warn","msg":"error"}', 'warning'],
  [undefined, 'severity: NOTICE', 'info'],
  [undefined, '2026-11-21 DEBUG cache', 'debug'],
  [undefined, 'terrorism is no level', 'unknown'],
])('level of label %s and line %s', (label, line, level) => {
  expect(levelOf(label, line)).toBe(level);
});

test('turns lines of one millisecond, too, with the order', () => {
  const rows = logRows(logData(['second', 'first'])).map(row => ({
    ...row,
    at: START,
  }));
  const words = (newestFirst: boolean, turned: boolean) =>
    orderedRows(rows, newestFirst, 'none', turned).map(({ line }) => line);
  expect(words(true, false)).toEqual(['second', 'first']);
  expect(words(false, true)).toEqual(['first', 'second']);
});

test('takes the data plane’s names of fields, too', () => {
  const [row] = logRows(
    panelData(
      field('timestamp', [START], {}, { type: 'time' }),
      field('body', ['hello'], {}, { type: 'string' }),
      field('severity', ['warn'], {}, { type: 'string' }),
      field('region', ['eu'], {}, { type: 'string' }),
    ),
  );
  expect(row).toMatchObject({
    at: START,
    line: 'hello',
    level: 'warning',
    labels: { region: 'eu' },
  });
  expect(row.labels).not.toHaveProperty('severity');
});

test('cuts lines at what is found, and writes JSON over several lines', () => {
  expect(highlight('aXbxc', 'x').filter(({ found }) => found)).toHaveLength(2);
  expect(highlight('abc', '')).toEqual([{ text: 'abc', found: false }]);
  expect(prettified('{"a":1}')).toBe('{\n  "a": 1\n}');
  expect(prettified('{not json')).toBe('{not json');
});
