import { chance } from './chance';

/** Who lets a topic keep more than it should, and which. */
export const RETENTION = {
  component: 'stream-processing',
  topic: 'order-events',
  message: 'Keep topic order-events for 30 days instead of 7',
} as const;

/**
 * The day on which they do: once in each odd month.
 *
 * @param month `YYYY-MM`
 * @returns `YYYY-MM-DD`
 */
export function retentionDay(month: string): string | undefined {
  if (Number(month.slice(5)) % 2 === 0) return undefined;
  const date = 8 + Math.floor(5 * chance('event', month));
  return `${month}-${String(date).padStart(2, '0')}`;
}
