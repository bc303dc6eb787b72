import type { HealthSummary } from '@portico/plugin-health-common';
import { StateShape } from '@portico/ui';
import { memo, type MouseEvent } from 'react';
import { useNavigate } from 'react-router-dom';
import { useHealthLinks } from '../../parts/useHealthLinks';
import { STOP, useOneStop } from '../../parts/useOneStop';
import type { ServiceGroup } from './groupServices';
import styles from './Tiles.module.css';

/** A plain link: thousands of them cost nothing, and the box around them opens them within the page. */
const Tile = memo(function OneTile(props: { item: HealthSummary; to: string }) {
  const { item, to } = props;
  const { title, state, headline } = item;
  const name = `${title}, ${state}`;
  return (
    <a
      {...STOP}
      href={to}
      className={state === 'healthy' ? styles.healthy : styles.tile}
      aria-label={name}
      title={headline ? `${name}: ${headline}` : name}
    >
      {state !== 'healthy' && <StateShape state={state} />}
    </a>
  );
});

const isPlain = (event: MouseEvent) =>
  event.button === 0 &&
  !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);

/** A tile for each service, group by group; only what is not healthy has a shape. Arrow keys go from tile to tile. */
export function Tiles(props: { groups: ServiceGroup[] }) {
  const { groups } = props;
  const links = useHealthLinks();
  const navigate = useNavigate();
  const stop = useOneStop(true);
  const open = (event: MouseEvent) => {
    const tile = (event.target as Element).closest('a[data-stop]');
    const to = tile?.getAttribute('href');
    if (!to || !isPlain(event)) return;
    event.preventDefault();
    navigate(to);
  };
  return (
    // Keys and clicks belong to the links inside.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events
    <div className={styles.grid} {...stop} onClick={open}>
      {groups.map(({ ref, name, items, counts }) => (
        <section key={name} aria-label={name}>
          <h3>
            <span className={styles.name} title={name}>
              {ref ? (
                <a {...STOP} href={links.entity(ref)}>
                  {name}
                </a>
              ) : (
                name
              )}
            </span>
            <span className={styles.count}>
              {counts.healthy === items.length
                ? `all ${items.length}`
                : `${counts.healthy} of ${items.length}`}
            </span>
          </h3>
          <div className={styles.box}>
            {items.map(item => (
              <Tile
                key={item.entityRef}
                item={item}
                to={links.entity(item.entityRef)}
              />
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}
