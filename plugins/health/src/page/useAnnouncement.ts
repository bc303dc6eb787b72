import type { HealthSummary } from '@portico/plugin-health-common';
import { useEffect, useRef, useState } from 'react';

/** So many are named; a reader is not told a hundred names. */
const NAMED = 3;

/** `orders is now degraded, cart is now healthy and 4 more have changed`; empty where none has. */
export function changesInWords(
  before: HealthSummary[],
  after: HealthSummary[],
): string {
  const states = new Map(before.map(item => [item.entityRef, item.state]));
  const changed = after.filter(({ entityRef, state }) => {
    const was = states.get(entityRef);
    return was !== undefined && was !== state;
  });
  const named = changed
    .slice(0, NAMED)
    .map(({ title, state }) => `${title} is now ${state}`)
    .join(', ');
  const more = changed.length - NAMED;
  return more > 0 ? `${named} and ${more} more have changed` : named;
}

/** What a reader is told politely: whose verdict has changed since the last answer. */
export function useAnnouncement(items: HealthSummary[] | undefined): string {
  const last = useRef(items);
  const [words, setWords] = useState('');
  useEffect(() => {
    if (last.current && items && last.current !== items) {
      const changes = changesInWords(last.current, items);
      if (changes) setWords(changes);
    }
    last.current = items;
  }, [items]);
  return words;
}
