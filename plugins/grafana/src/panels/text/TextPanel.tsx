import { Options } from '../../charts/Options';
import type { PanelProps } from '../PanelKind';
import styles from './Text.module.css';
import { wordsOf } from './wordsOf';

/** Words of the dashboard's author. The backend made the HTML safe. */
export default function TextPanel(props: PanelProps) {
  const { panel, width, height } = props;
  const options = new Options(panel.options);
  const box = { width, height };
  if (options.choice('mode', ['markdown', 'html', 'code'], 'html') === 'code') {
    const code = options.child('code');
    return (
      <pre
        className={`${styles.code} ${
          code.flag('showLineNumbers') ? styles.numbered : ''
        }`}
        style={box}
        role="group"
        aria-label={panel.title || 'Code'}
        // A box that scrolls takes focus for the arrow keys.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        {wordsOf(panel.html)
          .trimEnd()
          .split('\n')
          .map((line, index) => (
            <code key={`${index} ${line}`}>{line || ' '}</code>
          ))}
      </pre>
    );
  }
  return (
    <div
      className={styles.text}
      style={box}
      // The backend's sanitizer took out all but plain markup.
      dangerouslySetInnerHTML={{ __html: panel.html ?? '' }}
    />
  );
}
