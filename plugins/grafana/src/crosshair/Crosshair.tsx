import {
  createContext,
  useContext,
  useId,
  useMemo,
  useState,
  type ReactNode,
} from 'react';
import { CrosshairStore, type Pointed } from './CrosshairStore';

/** What charts show where another one is pointed at: nothing, the line, or the line and the values. */
export type CrosshairMode = 'off' | 'crosshair' | 'values';

interface Shared {
  store: CrosshairStore;
  mode: CrosshairMode;
}

const Context = createContext<Shared | undefined>(undefined);

/** Charts inside share one crosshair, as `DashboardView.crosshair` says; `off` keeps each to itself. */
export function CrosshairProvider(props: {
  mode?: CrosshairMode;
  children: ReactNode;
}) {
  const { mode = 'crosshair', children } = props;
  const [store] = useState(() => new CrosshairStore());
  const shared = useMemo(() => ({ store, mode }), [store, mode]);
  return <Context.Provider value={shared}>{children}</Context.Provider>;
}

/** The crosshair as one chart sees it. */
export interface Crosshair {
  /** This chart. */
  id: string;
  store: CrosshairStore;
  /** Whether values are shown at what is pointed at: always by this chart, by others where values are shared. */
  showsValues(pointed: Pointed): boolean;
}

/** The crosshair for one chart: shared with those around it, or its own. `alone` for charts without time. */
export function useCrosshair(alone = false): Crosshair {
  const shared = useContext(Context);
  const id = useId();
  const [own] = useState(() => new CrosshairStore());
  const mode = alone ? 'off' : shared?.mode ?? 'off';
  const store = mode === 'off' || !shared ? own : shared.store;
  return useMemo(
    () => ({
      id,
      store,
      showsValues: pointed => mode === 'values' || pointed.by === id,
    }),
    [id, store, mode],
  );
}
