import { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { Icon } from './icons';
import styles from './TextLink.module.css';

/** A link in running text or a list; what leaves the portal carries an arrow. */
export function TextLink(props: {
  to: string;
  plain?: boolean;
  children: ReactNode;
  title?: string;
}) {
  const { to, plain, children, title } = props;
  const className = plain ? `${styles.link} ${styles.plain}` : styles.link;
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
        <span className="portico-visually-hidden">, opens in a new window</span>
      </a>
    );
  }
  return (
    <Link className={className} to={to} title={title}>
      {children}
    </Link>
  );
}
