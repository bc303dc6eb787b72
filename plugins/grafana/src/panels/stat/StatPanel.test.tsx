import { render, screen } from '@testing-library/react';
import type { JsonObject } from '@backstage/types';
import {
  field,
  panelData,
  panelView,
  timeField,
} from '../../__testUtils__/panels';
import { limits } from '../values/__testUtils__/limits';
import { kind } from '.';
import { statLayout, wordsOf } from './statLayout';
import { statOptions } from './statOptions';
import StatPanel from './StatPanel';

const series = (name: string, last: number, diffperc: number) =>
  field(
    name,
    [last / 2, last],
    { unit: 'ms', ...limits(300) },
    { calcs: { lastNotNull: last, diffperc } },
  );
const data = panelData(
  timeField(2),
  series('p95', 480, 6.84),
  series('p50', 64, -50),
);

function show(options: JsonObject, width = 400, height = 200) {
  const panel = panelView('stat', options);
  const label = kind.summarize(panel, data);
  return render(<StatPanel {...{ panel, data, width, height, label }} />)
    .container;
}

test('shows each value with its name, its unit and the colour of its limit', () => {
  show({ graphMode: 'none' });
  expect(
    screen.getByRole('group', { name: 'p95 480 ms, p50 64 ms.' }),
  ).toHaveTextContent('p95480 msp5064 ms');
  expect(screen.getByText('480')).toHaveStyle({ color: 'rgb(179, 38, 30)' });
  expect(screen.getByText('64')).toHaveStyle({ color: 'rgb(44, 122, 69)' });
});

test('says how much a value changed, in words, too', () => {
  show({ showPercentChange: true, graphMode: 'none' });
  expect(screen.getByText('6.84%')).toBeInTheDocument();
  expect(screen.getByText('up 6.84%')).toBeInTheDocument();
  expect(screen.getByText('down 50%')).toBeInTheDocument();
});

test('colours the ground, and writes on it in what can be read', () => {
  const container = show({ colorMode: 'background_solid', graphMode: 'none' });
  expect(screen.getByText('480')).toHaveStyle({ color: 'rgb(255, 255, 255)' });
  expect(container.innerHTML).toContain('background: rgb(179, 38, 30)');
});

test('draws the line below where there is room for it', () => {
  expect(show({}, 400, 240).querySelectorAll('path[stroke]')).toHaveLength(2);
  expect(show({}, 400, 60).querySelectorAll('path[stroke]')).toHaveLength(0);
  const none = show({ graphMode: 'none' }, 400, 240);
  expect(none.querySelectorAll('svg')).toHaveLength(0);
});

// https://grafana.com/docs/grafana/latest/panels-visualizations/visualizations/stat/#text-mode
test.each([
  ['auto', 1, { name: false, value: true }],
  ['auto', 2, { name: true, value: true }],
  ['value', 2, { name: false, value: true }],
  ['value_and_name', 1, { name: true, value: true }],
  ['name', 1, { name: true, value: false }],
  ['none', 2, { name: false, value: false }],
])('text mode %s with %d values', (textMode, count, expected) => {
  expect(wordsOf(statOptions({ textMode }), count)).toEqual(expected);
});

test('never needs more height than a cell has', () => {
  const options = statOptions({ showPercentChange: true });
  for (const height of [24, 40, 64, 120, 300]) {
    const layout = statLayout([], options, { width: 160, height });
    const used = layout.graph + 1.15 * layout.value + 1.35 * layout.change;
    expect(used).toBeLessThanOrEqual(height);
  }
});
