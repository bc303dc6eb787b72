import { act, renderHook } from '@testing-library/react';
import { useCalmList } from './useCalmList';

const rows = (...names: string[]) => names.map(name => ({ name, at: 1 }));

describe('useCalmList', () => {
  const open = (list: ReturnType<typeof rows> | undefined, held = false) =>
    renderHook(
      (props: { list?: ReturnType<typeof rows>; held: boolean }) =>
        useCalmList(props.list, ({ name }) => name, props.held),
      { initialProps: { list, held } },
    );
  const names = (list?: { name: string }[]) =>
    list?.map(({ name }) => name).join(' ');

  it('follows what comes while nobody points at it', () => {
    const { result, rerender } = open(rows('a', 'b'));
    rerender({ list: rows('b', 'c'), held: false });
    expect(names(result.current.list)).toBe('b c');
    expect(result.current.changes).toBe(0);
  });

  it('stays put under the pointer, says the newest, and moves when told', () => {
    const { result, rerender } = open(rows('a', 'b'), true);
    const next = [
      { name: 'c', at: 2 },
      { name: 'a', at: 2 },
    ];
    rerender({ list: next, held: true });
    expect(result.current.list).toEqual([
      { name: 'a', at: 2 },
      { name: 'b', at: 1 },
    ]);
    expect(result.current.changes).toBe(2);
    act(() => result.current.show());
    expect(result.current).toMatchObject({ list: next, changes: 0 });
  });

  it('counts rows that only change places', () => {
    const { result, rerender } = open(rows('a', 'b', 'c'), true);
    rerender({ list: rows('b', 'a', 'c'), held: true });
    expect(result.current.changes).toBe(2);
  });

  it('starts over once there is no list', () => {
    const { result, rerender } = open(rows('a'), true);
    rerender({ list: undefined, held: true });
    rerender({ list: rows('x', 'y'), held: true });
    expect(names(result.current.list)).toBe('x y');
  });
});
