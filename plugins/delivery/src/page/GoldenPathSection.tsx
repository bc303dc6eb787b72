import type { DeliveryOverview } from '@portico/plugin-delivery-common';
import { List, ListRow, Section, TextLink } from '@portico/ui';
import { Fragment } from 'react';
import { useLinks } from '../parts/useLinks';
import styles from './GoldenPathSection.module.css';

const MOST = 10;
const percent = ({ n, count }: { n: number; count: number }) =>
  n === 0 ? 0 : Math.round((count / n) * 100);

/** How much was made from a template, and what follows an older version of it. */
export function GoldenPathSection({
  overview,
}: {
  overview: DeliveryOverview;
}) {
  const links = useLinks();
  const { services, teams, behind } = overview.goldenPath;
  const shares = [
    { title: 'Services', share: services },
    { title: 'Teams', share: teams },
  ];
  return (
    <Section
      title="Made from a template"
      meta={<TextLink to="/create">Make a service</TextLink>}
    >
      <dl className={styles.share}>
        {shares.map(({ title, share }) => (
          <Fragment key={title}>
            <dt>{title}</dt>
            <dd className={styles.bar} aria-hidden="true">
              <i style={{ width: `${percent(share)}%` }} />
            </dd>
            <dd>
              {share.count} of {share.n}
            </dd>
          </Fragment>
        ))}
      </dl>
      {behind.length > 0 && (
        <List>
          {behind.slice(0, MOST).map(item => (
            <ListRow
              key={item.entityRef}
              end={`${item.version}, newest ${item.newest}`}
            >
              <TextLink plain to={links.entity(item.entityRef)}>
                {item.title}
              </TextLink>{' '}
              {item.template}
            </ListRow>
          ))}
          {behind.length > MOST && (
            <ListRow>{behind.length - MOST} more are behind</ListRow>
          )}
        </List>
      )}
    </Section>
  );
}
