import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { JsonObject } from '@backstage/types';
import { CrosshairProvider, type CrosshairMode } from '../../crosshair';
import {
  field,
  panelData,
  panelView,
  timeField,
} from '../../__testUtils__/panels';
import TimeSeries from './TimeSeries';

interface FakePlot {
  options: { series: { show?: boolean }[]; width: number };
  data: unknown[];
  sets: unknown[][];
  cursors: number[];
  ended: boolean;
}
const mockPlots: FakePlot[] = [];

// jsdom has no canvas; what the drawing is told is looked at instead.
jest.mock('uplot', () => {
  class Plot implements FakePlot {
    static paths = {};
    static pxRatio = 1;
    width: number;
    height: number;
    over = document.createElement('div');
    sets: unknown[][] = [];
    cursors: number[] = [];
    ended = false;
    constructor(
      public options: FakePlot['options'] & { height: number },
      public data: unknown[],
    ) {
      this.width = options.width;
      this.height = options.height;
      mockPlots.push(this);
    }
    setData(data: unknown[]) {
      this.sets.push(data);
    }
    setSize({ width }: { width: number }) {
      this.width = width;
    }
    setCursor({ left }: { left: number }) {
      this.cursors.push(left);
    }
    valToPos(value: number) {
      return (value / 60_000) % 1000;
    }
    destroy() {
      this.ended = true;
    }
  }
  return { __esModule: true, default: Plot };
});

const data = panelData(
  timeField(3),
  field(
    'POST /orders',
    [228, 530, 512],
    { unit: 'ms' },
    {
      calcs: { lastNotNull: 512, max: 530 },
    },
  ),
  field(
    'GET /orders',
    [200, null, 344],
    { unit: 'ms' },
    {
      calcs: { lastNotNull: 344, max: 344 },
    },
  ),
);
const SIZE = { width: 400, height: 240 };

const drawing = (options: JsonObject = {}, of = data, label = 'p95') => (
  <TimeSeries
    panel={panelView('timeseries', {
      legend: { calcs: ['lastNotNull', 'max'], ...(options.legend as object) },
      tooltip: { mode: 'multi' },
      ...options,
    })}
    data={of}
    label={label}
    {...SIZE}
  />
);

beforeEach(() => {
  mockPlots.length = 0;
});
const shown = () =>
  mockPlots[mockPlots.length - 1].options.series.slice(1).map(s => s.show);

describe('TimeSeries', () => {
  it('has a legend with the reductions that the panel asks for', () => {
    render(drawing());
    const [first] = screen.getAllByRole('listitem');
    expect(first).toHaveTextContent('POST /ordersLast *: 512 msMax: 530 ms');
  });

  it('has them in a table where the panel says so', () => {
    render(drawing({ legend: { displayMode: 'table', calcs: ['max'] } }));
    expect(
      screen.getByRole('columnheader', { name: 'Max' }),
    ).toBeInTheDocument();
    const row = screen.getByRole('row', { name: /GET/ });
    expect(within(row).getByRole('cell')).toHaveTextContent('344 ms');
  });

  it('shows one series alone, and all again', async () => {
    render(drawing());
    const post = screen.getByRole('button', { name: 'POST /orders' });
    await userEvent.click(post);
    expect(shown()).toEqual([true, false]);
    expect(screen.getByRole('button', { name: 'GET /orders' })).toHaveAttribute(
      'aria-pressed',
      'false',
    );
    await userEvent.click(post);
    expect(shown()).toEqual([true, true]);
  });

  it('hides one with Ctrl, by click and by key', async () => {
    const user = userEvent.setup();
    render(drawing());
    const post = screen.getByRole('button', { name: 'POST /orders' });
    await user.keyboard('{Control>}');
    await user.click(post);
    expect(shown()).toEqual([false, true]);
    post.focus();
    await user.keyboard('{Enter}');
    await user.keyboard('{/Control}');
    expect(shown()).toEqual([true, true]);
  });

  it('takes new data without a new drawing', () => {
    const { rerender, unmount } = render(drawing());
    const next = panelData(
      timeField(3),
      field('POST /orders', [1, 2, 3], { unit: 'ms' }),
      field('GET /orders', [4, 5, 6], { unit: 'ms' }),
    );
    rerender(drawing({}, next));
    expect(mockPlots).toHaveLength(1);
    expect(mockPlots[0].sets[0]).toEqual([
      next.frames[0].fields[0].values,
      [1, 2, 3],
      [4, 5, 6],
    ]);
    unmount();
    expect(mockPlots[0].ended).toBe(true);
  });

  it('speaks the values as the arrow keys move the crosshair', async () => {
    render(drawing());
    const slider = screen.getByRole('slider', { name: 'p95' });
    expect(slider).toHaveAttribute(
      'aria-valuetext',
      '13:02: POST /orders 512 ms, GET /orders 344 ms',
    );
    act(() => slider.focus());
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
    expect(slider).toHaveAttribute('aria-valuenow', '1');
    expect(slider).toHaveAttribute(
      'aria-valuetext',
      '13:01: POST /orders 530 ms, GET /orders no value',
    );
    await userEvent.keyboard('{Home}');
    expect(slider).toHaveAttribute('aria-valuenow', '0');
  });

  it.each<[CrosshairMode, number, number]>([
    ['off', 0, 1],
    ['crosshair', 1, 1],
    ['values', 1, 2],
  ])('shares with mode %s', async (mode, lines, tooltips) => {
    render(
      <CrosshairProvider mode={mode}>
        {drawing({}, data, 'one')}
        {drawing({}, data, 'other')}
      </CrosshairProvider>,
    );
    act(() => screen.getByRole('slider', { name: 'one' }).focus());
    await userEvent.keyboard('{Home}');
    const [, other] = mockPlots;
    expect(other.cursors.filter(left => left >= 0)).toHaveLength(lines);
    expect(document.querySelectorAll('body > [aria-hidden]')).toHaveLength(
      tooltips,
    );
  });

  it('has no legend where every series is left out of it', () => {
    const hidden = { custom: { hideFrom: { legend: true } } };
    render(drawing({}, panelData(timeField(1), field('a', [1], hidden))));
    expect(screen.queryByRole('list')).not.toBeInTheDocument();
  });
});
