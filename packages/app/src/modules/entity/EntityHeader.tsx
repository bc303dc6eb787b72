import { EntityHeaderLayoutProps } from '@backstage/plugin-catalog-react/alpha';
import {
  useEntity,
  useEntityPresentation,
} from '@backstage/plugin-catalog-react';
import { ReactNode } from 'react';
import { ButtonLink, TextLink } from '@portico/ui';
import { TabStrip } from '../frame/TabStrip';
import { entityFacts, entityLinks } from './entityFacts';
import styles from './EntityHeader.module.css';
import { EntityMenu } from './EntityMenu';
import { EntityName } from './EntityName';
import { EntityPath } from './EntityPath';
import { StarButton } from './StarButton';

/** What later plugins put into the header; each reads the entity from its context. */
export interface EntityHeaderSlots {
  /** Beside the name: the verdict. */
  badges: ReactNode[];
  /** At the right: how fresh the page is. */
  freshness: ReactNode[];
  /** Buttons beside "Star". */
  actions: ReactNode[];
  /** Among the facts: `<div><dt>…</dt><dd>…</dd></div>`. */
  facts: ReactNode[];
  /** Among the links at the right. */
  links: ReactNode[];
}

function Facts(props: { slots: EntityHeaderSlots }) {
  const { slots } = props;
  const { entity } = useEntity();
  const facts = entityFacts(entity);
  const links = entityLinks(entity);
  return (
    <div className={styles.facts}>
      <dl>
        {facts.map(fact => (
          <div key={fact.label}>
            <dt>{fact.label}</dt>
            <dd>
              {fact.text}
              {fact.refs?.map((ref, index) => (
                <span key={ref}>
                  {index > 0 && ', '}
                  <EntityName entityRef={ref} />
                </span>
              ))}
            </dd>
          </div>
        ))}
        {slots.facts}
      </dl>
      {(links.length > 0 || slots.links.length > 0) && (
        <div className={styles.links}>
          {links.map(link => (
            <TextLink key={`${link.title} ${link.to}`} to={link.to}>
              {link.title}
            </TextLink>
          ))}
          {slots.links}
        </div>
      )}
    </div>
  );
}

/** The head of an entity's page: path, name, verdict, actions; sentence; facts; tabs. */
export function EntityHeader(
  props: EntityHeaderLayoutProps & { slots: EntityHeaderSlots },
) {
  const { tabs, activeTabId, slots } = props;
  const { entity } = useEntity();
  const { primaryTitle } = useEntityPresentation(entity);
  const type = entity.spec?.type;
  const { namespace = 'default', name, description } = entity.metadata;
  return (
    <header className={styles.header}>
      <EntityPath entity={entity} />
      <div className={styles.head}>
        <h1>{primaryTitle}</h1>
        <span className={styles.kind}>
          {entity.kind.toLocaleLowerCase('en')}
          {typeof type === 'string' && ` · ${type}`}
        </span>
        {slots.badges}
        <div className={styles.actions}>
          {slots.freshness}
          {entity.kind === 'Template' && (
            <ButtonLink
              look="primary"
              to={`/create/templates/${namespace}/${name}`}
            >
              Start
            </ButtonLink>
          )}
          {slots.actions}
          <StarButton entity={entity} />
          <EntityMenu entity={entity} />
        </div>
      </div>
      {description && <p className={styles.lead}>{description}</p>}
      <Facts slots={slots} />
      <TabStrip label={primaryTitle} tabs={tabs} activeTabId={activeTabId} />
    </header>
  );
}
