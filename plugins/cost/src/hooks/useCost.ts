import { useLive, type Live } from '@portico/ui';

/** Bills come in once a day. */
const POLL_MS = 300_000;

/** Reads something of cost and asks again now and then; the last value stays beside an error. */
export function useCost<T>(load: () => Promise<T>): Live<T> {
  return useLive(load, { pollMs: POLL_MS });
}
