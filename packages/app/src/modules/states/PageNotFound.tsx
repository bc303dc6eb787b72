import { useLocation } from 'react-router-dom';
import { ButtonLink, TextLink } from '@portico/ui';
import styles from './states.module.css';

/** No page at this address: what it is, why it may be, where to go. */
export function PageNotFound() {
  const { pathname } = useLocation();
  return (
    <div className={styles.page}>
      <h1>Nothing lives at {pathname}</h1>
      <p>
        The page may have moved, or the plugin that had it is not part of this
        portal.
      </p>
      <div className={styles.actions}>
        <ButtonLink to="/">Go home</ButtonLink>
        <TextLink
          to={`/search?query=${encodeURIComponent(
            decodeURIComponent(pathname)
              .replace(/[/_-]+/g, ' ')
              .trim(),
          )}`}
        >
          Search for it
        </TextLink>
      </div>
    </div>
  );
}
