import { useCallback, useEffect, useRef, useState } from 'react';

/** What was read last, and how it stands to what is wanted now. */
export interface Loaded<T> {
  value?: T;
  /** Why the last try failed; `value` is then an older one. */
  error?: Error;
  /** True until what is wanted now has come or failed. */
  loading: boolean;
  /** False where `value` was read for something else than what is wanted now. */
  matches: boolean;
  reload(): void;
}

interface State<T> {
  value?: T;
  /** What `value` was read for. */
  key?: string;
  error?: Error;
  /** The last round that came to an end. */
  settled?: string;
}

/**
 * Reads something once it is seen, and again when another key is wanted or another round begins. What is no longer
 * seen before it came is taken back, and asked for again when it is seen again. The value before stays.
 *
 * @param wanted.key names all that `load` depends on
 * @param wanted.round another one reads the same again
 */
export function useLoaded<T>(wanted: {
  key: string;
  round: number;
  seen: boolean;
  load(signal: AbortSignal): Promise<T>;
}): Loaded<T> {
  const { key, round, seen } = wanted;
  const load = useRef(wanted.load);
  load.current = wanted.load;
  const [state, setState] = useState<State<T>>({});
  const [again, setAgain] = useState(0);
  const stamp = `${round} ${again} ${key}`;
  const loading = state.settled !== stamp;

  useEffect(() => {
    if (!seen || !loading) return undefined;
    const abort = new AbortController();
    load.current(abort.signal).then(
      value => {
        if (!abort.signal.aborted) setState({ value, key, settled: stamp });
      },
      error => {
        if (abort.signal.aborted) return;
        setState(before => ({ ...before, error, settled: stamp }));
      },
    );
    return () => abort.abort();
  }, [seen, loading, key, stamp]);

  const reload = useCallback(() => setAgain(count => count + 1), []);
  const { value, error } = state;
  return { value, error, loading, matches: state.key === key, reload };
}
