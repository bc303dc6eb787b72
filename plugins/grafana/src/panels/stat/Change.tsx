import { VisuallyHidden } from '@portico/ui';
import { changeText, changeWords } from './changeText';
import styles from './Stat.module.css';
import type { StatOptions } from './statOptions';

function toneOf(ratio: number, mode: StatOptions['percentChangeColorMode']) {
  if (mode === 'same_as_value' || ratio === 0) {
    return undefined;
  }
  return ratio > 0 === (mode === 'standard') ? styles.good : styles.bad;
}

/** How much a value changed over the range: arrow, percentage, and words for readers. */
export function Change(props: {
  ratio: number;
  size: number;
  mode: StatOptions['percentChangeColorMode'];
  color?: string;
  /** On a coloured ground, which leaves no room for another colour. */
  plain: boolean;
}) {
  const { ratio, size, mode, color, plain } = props;
  const tone = plain ? undefined : toneOf(ratio, mode);
  const arrow = ratio > 0 ? 'M0 8 5 0l5 8Z' : 'M0 0h10L5 8Z';
  return (
    <span
      className={`${styles.change} ${tone ?? ''}`}
      style={{ fontSize: size, color: tone ? undefined : color }}
    >
      {ratio !== 0 && (
        <svg width="0.6em" viewBox="0 0 10 8" aria-hidden="true">
          <path d={arrow} fill="currentColor" />
        </svg>
      )}
      <span aria-hidden="true">{changeText(ratio)}</span>
      <VisuallyHidden>{changeWords(ratio)}</VisuallyHidden>
    </span>
  );
}
