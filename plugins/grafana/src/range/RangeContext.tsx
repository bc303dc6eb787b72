import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { spanOf, type TimeRange, type TimeSpan } from './TimeRange';

/** The range that all panels of the page share. */
export interface RangeControl {
  range: TimeRange;
  /** Chooses another one. */
  set(range: TimeRange): void;
  /** Chooses what a drag over a chart has marked. Milliseconds since 1970. */
  zoom(from: number, to: number): void;
  /** To half a range before (−1) or after (1), as Grafana's arrows do. */
  shift(direction: -1 | 1): void;
  /** Twice as much, around the middle. */
  zoomOut(): void;
  /** False where the page has no range of its own to choose, such as in the overview. */
  adjustable: boolean;
}

const FIXED: RangeControl = {
  range: { from: 'now-1h', to: 'now' },
  set: () => {},
  zoom: () => {},
  shift: () => {},
  zoomOut: () => {},
  adjustable: false,
};

const RangeContext = createContext<RangeControl>(FIXED);

/** The page's range, and how to choose another. */
export const useRange = () => useContext(RangeContext);

/** Nothing shorter can be asked for. */
const SHORTEST_MS = 1_000;

function absolute({ from, to }: TimeSpan): TimeRange {
  const start = Math.round(from);
  const end = Math.max(Math.round(to), start + SHORTEST_MS);
  return { from: String(start), to: String(end) };
}

/** Nothing is known of the future, so a range ends now at the latest. */
function upToNow({ from, to }: TimeSpan, now: number): TimeSpan {
  const over = Math.max(0, to - now);
  return { from: from - over, to: to - over };
}

/** Gives the parts below the range, and carries their choices to `set`. */
export function RangeProvider(props: {
  range: TimeRange;
  set(range: TimeRange): void;
  children: ReactNode;
}) {
  const { range, set, children } = props;
  const { from, to } = range;
  const control = useMemo<RangeControl>(() => {
    const change = (next: (span: TimeSpan) => TimeSpan) => {
      const now = Date.now();
      const span = spanOf({ from, to }, now);
      if (span) set(absolute(upToNow(next(span), now)));
    };
    return {
      range: { from, to },
      set,
      zoom: (start, end) =>
        set(absolute({ from: Math.min(start, end), to: Math.max(start, end) })),
      shift: direction =>
        change(span => {
          const step = ((span.to - span.from) / 2) * direction;
          return { from: span.from + step, to: span.to + step };
        }),
      zoomOut: () =>
        change(span => {
          const more = (span.to - span.from) / 2;
          return { from: span.from - more, to: span.to + more };
        }),
      adjustable: true,
    };
  }, [from, to, set]);
  return (
    <RangeContext.Provider value={control}>{children}</RangeContext.Provider>
  );
}
