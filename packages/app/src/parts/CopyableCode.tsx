import { useState } from 'react';
import { Button } from './Button';
import styles from './CopyableCode.module.css';
import { Icon } from './icons';

/** Lines to copy, with the button that copies them. */
export function CopyableCode(props: { code: string; label: string }) {
  const { code, label } = props;
  const [word, setWord] = useState('Copy');
  const copy = () =>
    navigator.clipboard.writeText(code).then(
      () => setWord('Copied'),
      () => setWord('Select the lines and copy them'),
    );
  return (
    <div className={styles.frame}>
      <pre aria-label={label}>{code}</pre>
      <div className={styles.button} aria-live="polite">
        <Button onClick={copy}>
          <Icon name="copy" size={14} />
          {word}
        </Button>
      </div>
    </div>
  );
}
