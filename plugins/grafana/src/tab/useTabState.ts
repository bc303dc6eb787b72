import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { TimeRange } from '../range/TimeRange';

const VALUE = 'var-';

/** What the address of the tab says; what it leaves out is as the dashboard has it. Names are Grafana's. */
export interface TabState {
  uid?: string;
  instance?: string;
  from?: string;
  to?: string;
  /** Values by name of the variable. */
  values: Record<string, string[]>;
  refresh?: string;
  crosshair?: string;
}

/** Changes of the address, each a step that the back button takes back. */
export interface TabControl {
  state: TabState;
  setRange(range?: TimeRange): void;
  /** Replaces the values of some variables; `undefined` leaves one to the dashboard. */
  setValues(changes: Record<string, string[] | undefined>): void;
  clearValues(): void;
  setRefresh(refresh: string): void;
  setCrosshair(mode: string): void;
}

function read(search: URLSearchParams): TabState {
  const names = [...new Set(search.keys())].filter(it => it.startsWith(VALUE));
  const one = (name: string) => search.get(name) ?? undefined;
  return {
    uid: one('dashboard'),
    instance: one('instance'),
    from: one('from'),
    to: one('to'),
    refresh: one('refresh'),
    crosshair: one('crosshair'),
    values: Object.fromEntries(
      names.map(name => [name.slice(VALUE.length), search.getAll(name)]),
    ),
  };
}

/** The choices of the tab, kept in the address: a link shows the same, and back goes back. */
export function useTabState(): TabControl {
  const [search, setSearch] = useSearchParams();
  const text = search.toString();
  const state = useMemo(() => read(new URLSearchParams(text)), [text]);

  const change = useCallback(
    (apply: (after: URLSearchParams) => void) =>
      setSearch(before => {
        const after = new URLSearchParams(before);
        apply(after);
        return after;
      }),
    [setSearch],
  );
  const setRange = useCallback(
    (range?: TimeRange) =>
      change(after => {
        for (const end of ['from', 'to'] as const) {
          if (range) after.set(end, range[end]);
          else after.delete(end);
        }
      }),
    [change],
  );
  return {
    state,
    setRange,
    setValues: changes =>
      change(after =>
        Object.entries(changes).forEach(([name, values]) => {
          after.delete(VALUE + name);
          values?.forEach(value => after.append(VALUE + name, value));
        }),
      ),
    clearValues: () =>
      change(after =>
        Object.keys(state.values).forEach(name => after.delete(VALUE + name)),
      ),
    setRefresh: refresh => change(after => after.set('refresh', refresh)),
    setCrosshair: mode => change(after => after.set('crosshair', mode)),
  };
}
