import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { RangeProvider, useRange } from './RangeContext';

const HOUR = 3_600_000;
const NOW = Date.parse('2026-11-20T14:00:00Z');

/** The control of a page that shows a range, and what was chosen through it, in hours before now. */
function control(from: string, to: string) {
  const set = jest.fn();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <RangeProvider range={{ from, to }} set={set}>
      {children}
    </RangeProvider>
  );
  const { result } = renderHook(() => useRange(), { wrapper });
  return (change: (range: typeof result.current) => void) => {
    act(() => change(result.current));
    const chosen = set.mock.lastCall![0];
    return [chosen.from, chosen.to].map(it => (Number(it) - NOW) / HOUR);
  };
}

describe('the shared range', () => {
  beforeEach(() => jest.useFakeTimers({ now: NOW }));
  afterEach(() => jest.useRealTimers());

  it('steps back by half, and never beyond now', () => {
    expect(control('now-2h', 'now')(it => it.shift(-1))).toEqual([-3, -1]);
    expect(control('now-4h', 'now-2h')(it => it.shift(1))).toEqual([-3, -1]);
    expect(control('now-2h', 'now')(it => it.shift(1))).toEqual([-2, 0]);
  });

  it('doubles around its middle, and where that lies ahead, further back', () => {
    expect(control('now-6h', 'now-4h')(it => it.zoomOut())).toEqual([-7, -3]);
    expect(control('now-2h', 'now')(it => it.zoomOut())).toEqual([-4, 0]);
  });

  it('takes what a drag has marked, from either side', () => {
    const at = (hours: number) => NOW + hours * HOUR;
    expect(control('now-2h', 'now')(it => it.zoom(at(-1), at(-1.5)))).toEqual([
      -1.5, -1,
    ]);
  });

  it('is fixed where the page has none to choose', () => {
    const { result } = renderHook(() => useRange());
    expect(result.current.adjustable).toBe(false);
  });
});
