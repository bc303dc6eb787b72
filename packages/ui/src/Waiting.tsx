import { useElapsed } from './useElapsed';
import { VisuallyHidden } from './VisuallyHidden';
import styles from './Waiting.module.css';

const lengths = [40, 62, 34, 55, 47, 38, 58, 44];

/**
 * Grey bars in the shape of what comes, after 200 ms; after 10 s it says what
 * is being waited for.
 */
export function Waiting(props: {
  rows?: number;
  /** Who is asked: "Argo CD". */
  what?: string;
}) {
  const { rows = 3, what } = props;
  const visible = useElapsed(200);
  const long = useElapsed(10_000);
  return (
    <div
      role="status"
      aria-busy="true"
      style={{ visibility: visible ? 'visible' : 'hidden' }}
    >
      {long ? (
        <span className={styles.words}>
          Still waiting for {what ?? 'an answer'}
        </span>
      ) : (
        <VisuallyHidden>Loading</VisuallyHidden>
      )}
      {Array.from({ length: rows }, (_, row) => (
        <div className={styles.row} key={row} aria-hidden="true">
          <i style={{ width: `${lengths[row % lengths.length]}%` }} />
          <i style={{ width: '11%' }} />
        </div>
      ))}
    </div>
  );
}
