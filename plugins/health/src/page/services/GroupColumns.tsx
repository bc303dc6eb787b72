import { Link } from 'react-router-dom';
import type { Histories } from '../../hooks/useHistories';
import { useHealthLinks } from '../../parts/useHealthLinks';
import { STOP, useOneStop } from '../../parts/useOneStop';
import styles from './AllServices.module.css';
import { healthyWords, type ServiceGroup } from './groupServices';
import { ServiceHeads, ServiceRow } from './ServiceRow';

/** Up to two hundred services, group by group in two columns; ↑ and ↓ go from one to the next. */
export function GroupColumns(props: {
  groups: ServiceGroup[];
  histories: Histories;
  days: string;
}) {
  const { groups, histories, days } = props;
  const links = useHealthLinks();
  const stop = useOneStop();
  return (
    <>
      <div className={styles.headPair}>
        <ServiceHeads days={days} />
        <ServiceHeads days={days} />
      </div>
      {/* The keys belong to the links inside. */}
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div className={styles.columns} {...stop}>
        {groups.map(group => (
          <div key={group.name} className={styles.group}>
            <h3>
              {group.ref ? (
                <Link {...STOP} to={links.entity(group.ref)}>
                  {group.name}
                </Link>
              ) : (
                group.name
              )}{' '}
              <span>{healthyWords(group)}</span>
            </h3>
            {group.items.map(item => (
              <ServiceRow
                key={item.entityRef}
                item={item}
                to={links.entity(item.entityRef)}
                history={histories.of[item.entityRef]}
              />
            ))}
          </div>
        ))}
      </div>
    </>
  );
}
