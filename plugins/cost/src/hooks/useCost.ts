import { useLive, type Live } from '@portico/ui';

/** Bills come in a few times a day; the first ones, within minutes of the start. */
const POLL_MS = 60_000;

/** Reads something of cost and asks again now and then; the last value stays beside an error. */
export function useCost<T>(load: () => Promise<T>): Live<T> {
  return useLive(load, { pollMs: POLL_MS });
}
