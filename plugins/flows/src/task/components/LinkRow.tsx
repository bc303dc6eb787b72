import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Link } from 'react-router-dom';
import {
  entityRouteParams,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { State } from '@portico/ui';
import type { LinkSlot } from '../model';
import styles from './task.module.css';

/** A link to a page of the catalog; plain text where the catalog is not installed. */
export const EntityLink = (props: { entityRef: string; text: string }) => {
  const link = useRouteRef(entityRouteRef);
  if (!link) return <>{props.text}</>;
  return (
    <Link to={link(entityRouteParams(props.entityRef))}>{props.text}</Link>
  );
};

const SlotLink = (props: { slot: LinkSlot }) => {
  const { entityRef, url, title, text = title } = props.slot;
  if (entityRef) return <EntityLink entityRef={entityRef} text={text} />;
  if (url?.startsWith('/')) return <Link to={url}>{text}</Link>;
  return (
    <a href={url} target="_blank" rel="noreferrer">
      {text}
    </a>
  );
};

function whenToCome(slot: LinkSlot): string {
  if (slot.removed) return 'removed';
  if (slot.missing) return 'not made';
  return slot.afterStep ? `after step ${slot.afterStep}` : 'at the end';
}

/** Where the task leads: links as they appear, and when the others can be there. */
export const LinkRow = (props: { links: LinkSlot[] }) => {
  if (props.links.every(slot => slot.missing)) return null;
  return (
    <ul className={styles.links} aria-label="Links of this task">
      {props.links.map(slot => {
        const there = Boolean(slot.url || slot.entityRef);
        return (
          <li key={slot.title} data-ghost={there ? undefined : ''}>
            <h3>{slot.title}</h3>
            {there ? (
              <span className={styles.withIcon}>
                <SlotLink slot={slot} />
                {slot.underWay ? (
                  <State state="running">in progress</State>
                ) : null}
              </span>
            ) : (
              <span className={styles.quiet}>{whenToCome(slot)}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
};
