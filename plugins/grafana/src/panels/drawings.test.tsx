import type { JsonObject } from '@backstage/types';
import type { PanelData } from '@portico/plugin-grafana-common';
import { act, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  field,
  MINUTE,
  panelData,
  panelView,
  START,
  timeField,
} from '../__testUtils__/panels';
import { RangeProvider } from '../range/RangeContext';
import BarChart from './barchart/BarChart';
import HeatmapChart from './heatmap/HeatmapChart';
import HistogramChart from './histogram/HistogramChart';
import type { PanelProps } from './PanelKind';
import States from './state/States';

type Drawing = (props: PanelProps) => JSX.Element;

const teams = field('team', ['payments', 'commerce'], {}, { type: 'string' });
const bars = panelData(teams, field('open', [3, 4]), field('closed', [5, 6]));
const states = panelData(
  timeField(2),
  field('orders', ['up', 'down'], {}, { type: 'string' }),
);
const values = panelData(
  timeField(3),
  field('p95', [1, 12, 13], { unit: 'ms' }),
);
const buckets = panelData(timeField(2), field('1', [4, 5]), field('5', [2, 0]));

const kinds: [string, Drawing, PanelData, JsonObject, string, string][] = [
  [
    'barchart',
    BarChart,
    bars,
    {},
    'payments: open 3, closed 5',
    'commerce: open 4, closed 6',
  ],
  [
    'state-timeline',
    States,
    states,
    {},
    '13:00: orders up',
    '13:01: orders down',
  ],
  [
    'status-history',
    States,
    states,
    {},
    '13:00: orders up',
    '13:01: orders down',
  ],
  [
    'histogram',
    HistogramChart,
    values,
    { bucketSize: 10 },
    '0 ms to 10 ms: p95 1',
    '10 ms to 20 ms: p95 2',
  ],
  [
    'heatmap',
    HeatmapChart,
    buckets,
    {},
    '13:00: up to 1 4, 1 to 5 2',
    '13:01: up to 1 5',
  ],
];

const show = (
  type: string,
  Kind: Drawing,
  data: PanelData,
  options: JsonObject,
) =>
  render(
    <Kind
      panel={panelView(type, { tooltip: { mode: 'multi' }, ...options })}
      data={data}
      width={400}
      height={200}
      label="p95. Summary"
    />,
  );

describe.each(kinds)('%s', (type, Kind, data, options, first, second) => {
  it('speaks its values as the arrow keys move along it', async () => {
    show(type, Kind, data, options);
    const slider = screen.getByRole('slider', { name: 'p95. Summary' });
    act(() => slider.focus());
    await userEvent.keyboard('{Home}');
    expect(slider).toHaveAttribute('aria-valuetext', first);
    await userEvent.keyboard('{ArrowRight}');
    expect(slider).toHaveAttribute('aria-valuetext', second);
    expect(document.querySelectorAll('body > [aria-hidden]')).toHaveLength(1);
    await userEvent.keyboard('{Escape}');
    expect(document.querySelectorAll('body > [aria-hidden]')).toHaveLength(0);
  });

  it('stays whole where nothing came, and in little room', () => {
    render(
      <Kind
        panel={panelView(type, options)}
        data={{ ...data, frames: [] }}
        width={120}
        height={60}
        label="nothing"
      />,
    );
    expect(screen.getByRole('slider')).toHaveAttribute(
      'aria-valuetext',
      'no values',
    );
    expect(document.body.innerHTML).not.toMatch(/NaN|Infinity/);
  });
});

it('hides series by its legend', async () => {
  show('barchart', BarChart, bars, {});
  await userEvent.click(screen.getByRole('button', { name: 'open' }));
  expect(screen.getByRole('slider')).toHaveAttribute(
    'aria-valuetext',
    'commerce: open 4',
  );
});

it('chooses the time that a drag has marked', () => {
  const set = jest.fn();
  const { container } = render(
    <RangeProvider range={{ from: 'now-1h', to: 'now' }} set={set}>
      <States
        panel={panelView('state-timeline')}
        data={states}
        width={400}
        height={200}
        label="p95"
      />
    </RangeProvider>,
  );
  const area = [...container.querySelectorAll<HTMLElement>('div')].find(
    ({ style }) => style.position === 'absolute',
  )!;
  const wide = parseFloat(area.style.width);
  fireEvent.mouseDown(area);
  const at = (clientX: number) => ({ clientX, clientY: 5, button: 0 });
  // jsdom's pointer events carry no place.
  for (const [name, x] of [
    ['pointerdown', 0],
    ['pointermove', wide / 2],
    ['pointerup', wide / 2],
  ] as const) {
    fireEvent(area, new MouseEvent(name, { bubbles: true, ...at(x) }));
  }
  expect(set).toHaveBeenCalledWith({
    from: String(START),
    to: String(START + 30 * MINUTE),
  });
});
