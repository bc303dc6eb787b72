import { ReactNode, useState } from 'react';
import { Button } from './Button';
import styles from './CalmList.module.css';
import { useCalmList } from './useCalmList';

/**
 * A live list that never moves under the pointer: rows stay where they are while one points at them, and
 * "3 changes, show" stands above.
 */
export function CalmList<T>(props: {
  items: T[] | undefined;
  keyOf(item: T): string;
  className?: string;
  /** Shows the rows in the order that it is given; `undefined` while there are none. */
  children(items: T[] | undefined): ReactNode;
}) {
  const { items, keyOf, className, children } = props;
  const [pointed, setPointed] = useState(false);
  const { list, changes, show } = useCalmList(items, keyOf, pointed);
  return (
    <div
      className={className}
      onPointerEnter={() => setPointed(true)}
      onPointerLeave={() => setPointed(false)}
    >
      {changes > 0 && (
        <p className={styles.changes} role="status">
          {changes} {changes === 1 ? 'change' : 'changes'},{' '}
          <Button look="text" onClick={show}>
            show
          </Button>
        </p>
      )}
      {children(list)}
    </div>
  );
}
