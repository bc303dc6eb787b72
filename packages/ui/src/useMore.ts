import { useState } from 'react';

/** The first of many, and some more each time one asks. */
export function useMore<T>(items: T[], first: number, step: number) {
  const [count, setCount] = useState(first);
  return {
    shown: items.slice(0, count),
    left: Math.max(items.length - count, 0),
    /** How many come next. */
    next: Math.min(step, Math.max(items.length - count, 0)),
    showMore: () => setCount(before => before + step),
  };
}
