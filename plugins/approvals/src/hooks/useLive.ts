import {
  APPROVALS_SIGNAL_CHANNEL,
  type ApprovalSignal,
} from '@portico/plugin-approvals-common';
import { useSignal } from '@backstage/plugin-signals-react';
import { useCallback, useEffect, useRef, useState } from 'react';

/** With signals, asking by oneself only makes up for a lost connection. */
const POLL_MS = { signals: 30_000, alone: 10_000 };

/** What was read last, and why nothing newer is there. */
export interface Live<T> {
  value?: T;
  /** Why the last try failed; `value` is then the one before. */
  error?: Error;
  /** Whether changes are told at once. */
  signals: boolean;
  reload(): void;
  /** Shows an answer that came in another way, such as after a decision. */
  replace(value: T): void;
}

/**
 * Reads something and keeps it fresh: on each signal that an approval has changed, and by asking now and then
 * while the page is visible. Another `load` starts over.
 *
 * @param options.only reads again only if this approval has changed
 * @param options.spreadMs waits up to that long after a signal, so that not all open pages ask at once
 */
export function useLive<T>(
  load: () => Promise<T>,
  options: { only?: string; spreadMs?: number } = {},
): Live<T> {
  const { only, spreadMs = 0 } = options;
  const [state, setState] = useState<{ value?: T; error?: Error }>({});
  const round = useRef(0);
  const { lastSignal, isSignalsAvailable: signals } = useSignal<ApprovalSignal>(
    APPROVALS_SIGNAL_CHANNEL,
  );

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
    const askIfSeen = () => {
      if (document.visibilityState === 'visible') reload();
    };
    const timer = setInterval(
      askIfSeen,
      signals ? POLL_MS.signals : POLL_MS.alone,
    );
    document.addEventListener('visibilitychange', askIfSeen);
    return () => {
      round.current += 1;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', askIfSeen);
    };
  }, [reload, signals]);

  useEffect(() => {
    if (!lastSignal || (only && lastSignal.approvalId !== only)) {
      return undefined;
    }
    const timer = setTimeout(reload, Math.random() * spreadMs);
    return () => clearTimeout(timer);
  }, [lastSignal, only, spreadMs, reload]);

  return { ...state, signals, reload, replace };
}
