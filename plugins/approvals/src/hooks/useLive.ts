import {
  APPROVALS_SIGNAL_CHANNEL,
  type ApprovalSignal,
} from '@portico/plugin-approvals-common';
import { useSignal } from '@backstage/plugin-signals-react';
import { useLive as useLiveValue, type Live as LiveValue } from '@portico/ui';

/** With signals, asking by oneself only makes up for a lost connection. */
const POLL_MS = { signals: 30_000, alone: 10_000 };

/** What was read last, and why nothing newer is there. */
export interface Live<T> extends LiveValue<T> {
  /** Whether changes are told at once. */
  signals: boolean;
}

/**
 * Reads something and keeps it fresh: on each signal that an approval has changed, and by asking now and then.
 *
 * @param options.only reads again only if this approval has changed
 * @param options.spreadMs waits up to that long after a signal, so that not all open pages ask at once
 */
export function useLive<T>(
  load: () => Promise<T>,
  options: { only?: string; spreadMs?: number } = {},
): Live<T> {
  const { only, spreadMs } = options;
  const { lastSignal, isSignalsAvailable: signals } = useSignal<ApprovalSignal>(
    APPROVALS_SIGNAL_CHANNEL,
  );
  const concerns = !only || lastSignal?.approvalId === only;
  const live = useLiveValue(load, {
    changed: concerns ? lastSignal : undefined,
    pollMs: signals ? POLL_MS.signals : POLL_MS.alone,
    spreadMs,
  });
  return { ...live, signals };
}
