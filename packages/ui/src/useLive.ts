import { useCallback, useEffect, useRef, useState } from 'react';

/** What was read last, and why nothing newer is there. */
export interface Live<T> {
  value?: T;
  /** Why the last try failed; `value` is then the one before. */
  error?: Error;
  reload(): void;
  /** Shows an answer that came in another way, such as after a decision. */
  replace(value: T): void;
}

/**
 * Reads something and keeps it fresh: whenever `changed` is another object, and by asking now and then while
 * the page is visible. Another `load` starts over.
 *
 * @param options.changed the last message that said that there is something newer
 * @param options.pollMs how often to ask by oneself
 * @param options.spreadMs waits up to that long after a message, so that not all open pages ask at once
 */
export function useLive<T>(
  load: () => Promise<T>,
  options: { changed?: object | null; pollMs: number; spreadMs?: number },
): Live<T> {
  const { changed, pollMs, spreadMs = 0 } = options;
  const [state, setState] = useState<{ value?: T; error?: Error }>({});
  const round = useRef(0);

  const reload = useCallback(() => {
    round.current += 1;
    const mine = round.current;
    const settle = (next: { value?: T; error?: Error }) => {
      if (mine === round.current) setState(before => ({ ...before, ...next }));
    };
    load().then(
      value => settle({ value, error: undefined }),
      error => settle({ error }),
    );
  }, [load]);

  const replace = useCallback((value: T) => {
    round.current += 1;
    setState({ value });
  }, []);

  useEffect(() => {
    setState({});
    reload();
    return () => {
      round.current += 1;
    };
  }, [reload]);

  useEffect(() => {
    const askIfSeen = () => {
      if (document.visibilityState === 'visible') reload();
    };
    const timer = setInterval(askIfSeen, pollMs);
    document.addEventListener('visibilitychange', askIfSeen);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', askIfSeen);
    };
  }, [reload, pollMs]);

  useEffect(() => {
    if (!changed) return undefined;
    const timer = setTimeout(reload, Math.random() * spreadMs);
    return () => clearTimeout(timer);
  }, [changed, spreadMs, reload]);

  return { ...state, reload, replace };
}
