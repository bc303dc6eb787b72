import type { FormattedValue } from '@portico/plugin-grafana-common';
import { UNIT_SCALE } from './fitText';
import styles from './Values.module.css';

/** A value with its unit in smaller type. */
export function ValueText(props: {
  value: FormattedValue;
  /** CSS pixels. */
  size: number;
  color?: string;
}) {
  const { value, size, color } = props;
  const { prefix, text, suffix } = value;
  const small = { fontSize: `${UNIT_SCALE}em` };
  return (
    <span className={styles.value} style={{ fontSize: size, color }}>
      {prefix && <small style={small}>{prefix}</small>}
      {text || <small style={small}>no value</small>}
      {suffix && <small style={small}>{suffix}</small>}
    </span>
  );
}
