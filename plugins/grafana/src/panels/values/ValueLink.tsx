import type { ReactNode } from 'react';
import { fillLink, type LinkContext } from './fillLink';
import styles from './Values.module.css';

const isSafe = (url: string) => /^(https?:|mailto:|\/|#|\?)/i.test(url);

/** Makes what is inside the field's first data link, where it has one. */
export function ValueLink(props: LinkContext & { children: ReactNode }) {
  const { children, ...context } = props;
  const links = (context.field.config.links ?? []).map(link => ({
    ...link,
    url: fillLink(link.url, context, encodeURIComponent) ?? '',
    title: fillLink(link.title, context) ?? '',
  }));
  const link = links.find(({ url }) => isSafe(url));
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
