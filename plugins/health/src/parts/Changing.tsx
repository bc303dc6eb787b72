import { useRef, type ReactNode } from 'react';
import styles from './Changing.module.css';

/** A value that holds the accent's wash for a second whenever it has changed since the page was opened. */
export function Changing(props: {
  /** What counts as the value. */
  value: string;
  children: ReactNode;
}) {
  const { value, children } = props;
  const first = useRef(value);
  const changed = useRef(false);
  if (first.current !== value) changed.current = true;
  return (
    <span key={value} className={changed.current ? styles.changed : undefined}>
      {children}
    </span>
  );
}
