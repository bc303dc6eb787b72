import Tooltip from '@mui/material/Tooltip';
import type { ReactNode } from 'react';
import styles from './PanelFrame.module.css';

/** A mark whose words come on hover and on focus. */
export function Tip(props: {
  /** Names the mark for readers. */
  label: string;
  /** Lines break where they do. */
  words: string;
  children: ReactNode;
}) {
  const { label, words, children } = props;
  return (
    <Tooltip title={<span className={styles.tip}>{words}</span>} describeChild>
      <button type="button" className={styles.info} aria-label={label}>
        {children}
      </button>
    </Tooltip>
  );
}
