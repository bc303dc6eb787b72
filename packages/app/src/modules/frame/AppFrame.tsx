import { ReactNode, useRef } from 'react';
import { useOneMain } from './useOneMain';
import styles from './AppFrame.module.css';

/** "Skip to content" first, then navigation, then the page. */
export function AppFrame(props: { navigation: ReactNode; content: ReactNode }) {
  const content = useRef<HTMLElement>(null);
  useOneMain(content);
  return (
    <div className={styles.frame}>
      <a
        className={styles.skip}
        href="#content"
        onClick={event => {
          event.preventDefault();
          content.current?.focus();
        }}
      >
        Skip to content
      </a>
      {props.navigation}
      <main id="content" className={styles.content} ref={content} tabIndex={-1}>
        {props.content}
      </main>
    </div>
  );
}
