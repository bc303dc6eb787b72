import { useState } from 'react';

/** What the reader left out by way of the legend. */
export function useHidden(ids: readonly string[]) {
  const [off, setOff] = useState<ReadonlySet<string>>(new Set());
  const toggle = (id: string) => {
    const next = new Set(off);
    if (!next.delete(id)) {
      next.add(id);
    }
    setOff(next.size < ids.length ? next : new Set());
  };
  /** Shows one alone; all again where it was alone. */
  const isolate = (id: string) => {
    const others = ids.filter(other => other !== id);
    const alone = !off.has(id) && others.every(other => off.has(other));
    setOff(new Set(alone ? [] : others));
  };
  return { off, toggle, isolate };
}
