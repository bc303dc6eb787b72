import { Button, Icon } from '@portico/ui';
import { useState } from 'react';
import styles from './CopyKey.module.css';

/** A config key with the button that copies it. */
export function CopyKey({ text }: { text: string }) {
  const [word, setWord] = useState('Copy');
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setWord('Copied'),
      () => setWord('Select it and copy'),
    );
  return (
    <span className={styles.key}>
      <code>{text}</code>
      <span aria-live="polite">
        <Button look="text" onClick={copy} aria-label={`${word} ${text}`}>
          <Icon name="copy" size={12} />
          {word}
        </Button>
      </span>
    </span>
  );
}
