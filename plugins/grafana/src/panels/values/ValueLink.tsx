import type { ReactNode } from 'react';
import type { PanelField } from '@portico/plugin-grafana-common';
import styles from './Values.module.css';

const isSafe = (url: string) => /^(https?:|mailto:|\/|#|\?)/i.test(url);

/** Makes what is inside the field's first data link, where it has one. */
export function ValueLink(props: { field: PanelField; children: ReactNode }) {
  const { field, children } = props;
  const link = field.config.links?.find(({ url }) => isSafe(url));
  if (!link) {
    return <>{children}</>;
  }
  return (
    <a
      className={styles.link}
      href={link.url}
      title={link.title || link.url}
      {...(link.targetBlank && { target: '_blank', rel: 'noreferrer' })}
    >
      {children}
    </a>
  );
}
