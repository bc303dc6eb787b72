import { Button } from '@portico/ui';
import { useState, type ReactNode } from 'react';

/** The first of a list, and all of it at a press of a button. */
export function Shortened<T>(props: {
  items: readonly T[];
  /** How many at first; 5 unless told. */
  shown?: number;
  /** What they are, in the plural: `savings`. */
  what: string;
  children(items: readonly T[]): ReactNode;
}) {
  const { items, shown = 5, what, children } = props;
  const [all, setAll] = useState(false);
  if (items.length <= shown + 1) return <>{children(items)}</>;
  return (
    <>
      {children(all ? items : items.slice(0, shown))}
      <Button look="text" aria-expanded={all} onClick={() => setAll(!all)}>
        {all ? `The first ${shown}` : `All ${items.length} ${what}`}
      </Button>
    </>
  );
}
