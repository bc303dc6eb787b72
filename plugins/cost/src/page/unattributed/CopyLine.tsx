import { Button, Icon } from '@portico/ui';
import { useState } from 'react';
import styles from './ItemTable.module.css';

/** One line with the button that copies it. */
export function CopyLine(props: { text: string; label: string }) {
  const { text, label } = props;
  const [word, setWord] = useState('Copy');
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setWord('Copied'),
      () => setWord('Select the line and copy it'),
    );
  return (
    <span className={styles.line}>
      <code title={text}>{text}</code>
      <span aria-live="polite">
        <Button look="text" aria-label={`${word}: ${label}`} onClick={copy}>
          <Icon name="copy" size={12} />
          {word}
        </Button>
      </span>
    </span>
  );
}
