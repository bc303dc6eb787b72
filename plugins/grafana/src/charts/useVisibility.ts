import { useCallback, useState } from 'react';

/** Which series the reader wants to see. */
export interface Visibility {
  isHidden(id: string): boolean;
  /** Shows this one alone; again shows all. */
  isolate(id: string): void;
  /** Shows or hides this one. */
  toggle(id: string): void;
}

/** What is hidden once one of all is shown alone. */
export function isolated(
  hidden: ReadonlySet<string>,
  id: string,
  all: readonly string[],
): Set<string> {
  const shown = all.filter(one => !hidden.has(one));
  if (shown.length === 1 && shown[0] === id) return new Set();
  return new Set(all.filter(one => one !== id));
}

/** Keeps which series are hidden, by their ids, over new data. */
export function useVisibility(all: readonly string[]): Visibility {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const key = all.join('\n');
  const isHidden = useCallback((id: string) => hidden.has(id), [hidden]);
  const isolate = useCallback(
    (id: string) => setHidden(now => isolated(now, id, key.split('\n'))),
    [key],
  );
  const toggle = useCallback(
    (id: string) =>
      setHidden(now => {
        const next = new Set(now);
        if (!next.delete(id)) next.add(id);
        return next;
      }),
    [],
  );
  return { isHidden, isolate, toggle };
}
