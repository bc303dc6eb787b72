import { useSignal } from '@backstage/plugin-signals-react';
import {
  HEALTH_CHANNEL,
  type HealthSignalMessage,
} from '@portico/plugin-health-common';
import { useLive, type Live } from '@portico/ui';

/** With signals, asking by oneself only makes up for a lost connection. */
const POLL_MS = { signals: 60_000, alone: 20_000 };

/**
 * Reads something of health and keeps it fresh: after each collection, and by asking now and then. While the
 * backend does not answer, the last value stays beside the error.
 *
 * @param options.spreadMs waits up to that long after a collection, for pages that many have open
 */
export function useHealthLive<T>(
  load: () => Promise<T>,
  options: { spreadMs?: number } = {},
): Live<T> {
  const { lastSignal, isSignalsAvailable } =
    useSignal<HealthSignalMessage>(HEALTH_CHANNEL);
  return useLive(load, {
    ...options,
    changed: lastSignal,
    pollMs: isSignalsAvailable ? POLL_MS.signals : POLL_MS.alone,
  });
}
