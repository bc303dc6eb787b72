import { useState } from 'react';
import { Button } from './Button';
import styles from './CopyBlock.module.css';
import { Icon } from './Icon';

/** Lines to copy, with the button that copies them. */
export function CopyBlock(props: {
  text: string;
  /** What the lines are, for readers: "Lines for catalog-info.yaml". */
  label: string;
}) {
  const { text, label } = props;
  const [word, setWord] = useState('Copy');
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setWord('Copied'),
      () => setWord('Select the lines and copy them'),
    );
  return (
    <div className={styles.frame}>
      <pre
        aria-label={label}
        // Long lines scroll by themselves, so the keyboard has to reach them.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        {text}
      </pre>
      <div className={styles.button} aria-live="polite">
        <Button onClick={copy}>
          <Icon name="copy" size={14} />
          {word}
        </Button>
      </div>
    </div>
  );
}
