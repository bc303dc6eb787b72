import { act, renderHook } from '@testing-library/react';
import { refreshSeconds } from './refreshSeconds';
import { useRounds } from './useRounds';

const setVisible = (visible: boolean) => {
  Object.defineProperty(document, 'visibilityState', {
    configurable: true,
    get: () => (visible ? 'visible' : 'hidden'),
  });
  act(() => void document.dispatchEvent(new Event('visibilitychange')));
};
const pass = (seconds: number) =>
  act(() => void jest.advanceTimersByTime(seconds * 1000));

describe('useRounds', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => {
    setVisible(true);
    jest.useRealTimers();
  });

  it('begins one every so often, none while the page is hidden, and one when it is shown again', () => {
    const { result } = renderHook(() => useRounds(30));
    pass(61);
    expect(result.current.round).toBe(2);
    setVisible(false);
    pass(300);
    expect(result.current.round).toBe(2);
    setVisible(true);
    expect(result.current.round).toBe(3);
  });

  it('begins none by itself when off, and one when asked', () => {
    const { result } = renderHook(() => useRounds(undefined));
    pass(3600);
    expect(result.current.round).toBe(0);
    act(() => result.current.next());
    expect(result.current.round).toBe(1);
  });

  it.each([
    ['30s', 30],
    ['1m', 60],
    ['off', undefined],
    ['', undefined],
    ['0s', undefined],
  ])('reads %s', (interval, seconds) => {
    expect(refreshSeconds(interval)).toBe(seconds);
  });
});
