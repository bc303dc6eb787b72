import { ReactNode, useRef } from 'react';
import styles from './AppFrame.module.css';

/** "Skip to content" first, then navigation, then the page. */
export function AppFrame(props: { navigation: ReactNode; content: ReactNode }) {
  const content = useRef<HTMLDivElement>(null);
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
      <div id="content" className={styles.content} ref={content} tabIndex={-1}>
        {props.content}
      </div>
    </div>
  );
}
