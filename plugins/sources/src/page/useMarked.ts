import { useEffect } from 'react';
import { useLocation } from 'react-router-dom';

/**
 * The kind that the address asks for, e.g. `prometheus` of `/sources#prometheus`. Goes to the element with
 * that id, with the focus too, as soon as the rows are there.
 */
export function useMarked(hasRows: boolean): string | undefined {
  const { hash, key } = useLocation();
  const kind = hash.slice(1) || undefined;
  useEffect(() => {
    if (!hasRows || !kind) return;
    const rows = document.getElementById(kind);
    rows?.scrollIntoView({ block: 'center' });
    rows?.querySelector('button')?.focus({ preventScroll: true });
  }, [hasRows, kind, key]);
  return kind;
}
