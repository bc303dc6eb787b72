import {
  createContext,
  useContext,
  useMemo,
  useState,
  type ReactNode,
} from 'react';

interface Crosshair {
  /** The moment pointed at, in milliseconds since 1970. */
  time?: number;
  setTime(time: number | undefined): void;
}

const Context = createContext<Crosshair>({ setTime: () => {} });

/** Charts inside share one crosshair. */
export function CrosshairProvider({ children }: { children: ReactNode }) {
  const [time, setTime] = useState<number>();
  const crosshair = useMemo(() => ({ time, setTime }), [time]);
  return <Context.Provider value={crosshair}>{children}</Context.Provider>;
}

/** The moment that some chart nearby points at. */
export function useCrosshair(): Crosshair {
  return useContext(Context);
}

/** Index of the time nearest to a moment; undefined where the moment lies outside. */
export function indexAt(times: number[], time?: number): number | undefined {
  if (time === undefined || times.length === 0) return undefined;
  const step = times.length > 1 ? times[1] - times[0] : 0;
  if (time < times[0] - step || time > times[times.length - 1] + step) {
    return undefined;
  }
  let nearest = 0;
  for (let index = 1; index < times.length; index += 1) {
    if (Math.abs(times[index] - time) < Math.abs(times[nearest] - time)) {
      nearest = index;
    }
  }
  return nearest;
}
