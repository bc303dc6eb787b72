import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { classes } from './classes';
import { Icon } from './Icon';
import styles from './TextLink.module.css';
import { VisuallyHidden } from './VisuallyHidden';

/** A link in running text or a list; what leaves the portal opens a new window and carries an arrow. */
export function TextLink(props: {
  /** A path of the portal or a whole address. */
  to: string;
  /** In ink rather than in the accent, for lists where every row is a link. */
  plain?: boolean;
  title?: string;
  children: ReactNode;
}) {
  const { to, plain, children, title } = props;
  const className = classes(styles.link, plain && styles.plain);
  if (/^[a-z][a-z0-9+.-]*:/i.test(to)) {
    return (
      <a
        className={className}
        href={to}
        title={title}
        target="_blank"
        rel="noopener noreferrer"
      >
        {children}
        <Icon name="out" size={12} />
        <VisuallyHidden>, opens in a new window</VisuallyHidden>
      </a>
    );
  }
  return (
    <Link className={className} to={to} title={title}>
      {children}
    </Link>
  );
}
