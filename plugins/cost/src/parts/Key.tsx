import styles from './Key.module.css';

/** A series' colour, hatched for what is unattributed or a range, a tick for a budget, dashed for days to come. */
export type KeyLook =
  | 's1'
  | 's2'
  | 's3'
  | 's4'
  | 's5'
  | 's6'
  | 'hatch'
  | 'tick'
  | 'forecast';

/** The mark before the words of a legend. */
export function Key({ look }: { look: KeyLook }) {
  const colour = /^s\d$/.test(look) ? `var(--portico-${look})` : undefined;
  return (
    <i
      aria-hidden="true"
      className={`${styles.key} ${styles[look] ?? ''}`}
      style={{ background: colour }}
    />
  );
}
