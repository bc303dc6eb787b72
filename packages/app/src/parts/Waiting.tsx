import { useEffect, useState } from 'react';
import styles from './Waiting.module.css';

/** True once `milliseconds` have passed since the first render. */
export function useElapsed(milliseconds: number): boolean {
  const [elapsed, setElapsed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setElapsed(true), milliseconds);
    return () => clearTimeout(timer);
  }, [milliseconds]);
  return elapsed;
}

const lengths = [40, 62, 34, 55, 47, 38, 58, 44];

/**
 * Grey bars in the shape of what comes, after 200 ms; after 10 s it says what
 * is being waited for.
 */
export function Waiting(props: { rows?: number; what?: string }) {
  const { rows = 3, what } = props;
  const visible = useElapsed(200);
  const long = useElapsed(10_000);
  return (
    <div
      className={styles.waiting}
      role="status"
      aria-busy="true"
      style={{ visibility: visible ? 'visible' : 'hidden' }}
    >
      <span className={long ? styles.words : 'portico-visually-hidden'}>
        {long ? `Still waiting for ${what ?? 'an answer'}` : 'Loading'}
      </span>
      {Array.from({ length: rows }, (_, row) => (
        <div className={styles.row} key={row} aria-hidden="true">
          <i style={{ width: `${lengths[row % lengths.length]}%` }} />
          <i style={{ width: '11%' }} />
        </div>
      ))}
    </div>
  );
}
