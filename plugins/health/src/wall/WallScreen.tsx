import type {
  HealthOverview,
  HealthSummary,
} from '@portico/plugin-health-common';
import {
  FreshnessLine,
  StateShape,
  Time,
  useNow,
  VisuallyHidden,
  Waiting,
  type Live,
} from '@portico/ui';
import { useEffect, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { Link, useNavigate } from 'react-router-dom';
import { isStale } from '../page/isStale';
import { sentenceOf } from '../page/services/sentence';
import { useAnnouncement } from '../page/useAnnouncement';
import { formatCount, nameOf } from '../parts/names';
import { StateMark } from '../parts/StateMark';
import { lasting } from '../parts/stateWords';
import { Strip } from '../parts/Strip';
import { useHealthLinks } from '../parts/useHealthLinks';
import grey from '../parts/Stale.module.css';
import styles from './WallScreen.module.css';

/** As many rows fit a screen of 1,080 lines at this size of type; the others are counted. */
const ROWS = 8;
const TEN_SECONDS = 10_000;

/** Lies over the whole window; what is under it can't be reached. */
function Cover({ children }: { children: ReactNode }) {
  const links = useHealthLinks();
  const navigate = useNavigate();
  const back = links.page();
  useEffect(() => {
    const frame = document.getElementById('root');
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape') navigate(back);
    };
    frame?.setAttribute('inert', '');
    document.addEventListener('keydown', leave);
    return () => {
      frame?.removeAttribute('inert');
      document.removeEventListener('keydown', leave);
    };
  }, [navigate, back]);
  return createPortal(
    <main className={styles.cover} data-theme-mode="dark">
      <Link className={styles.leave} to={back}>
        Leave the wall screen
      </Link>
      <div className={styles.wall}>{children}</div>
    </main>,
    document.body,
  );
}

function Row({ item, now }: { item: HealthSummary; now: Date }) {
  const { title, state, owner, headline, since, onCall } = item;
  return (
    <li>
      <StateMark state={state} size={16} />
      <span className={styles.who}>
        <b>{title}</b>
        {owner && <small>{nameOf(owner)}</small>}
      </span>
      <span className={styles.why}>{headline || `is ${state}`}</span>
      <span className={styles.since}>
        {lasting(since, now)}
        <small>{onCall?.[0]?.name ?? 'nobody on call'}</small>
      </span>
    </li>
  );
}

function Wall({ live, overview }: Props & { overview: HealthOverview }) {
  const now = useNow(TEN_SECONDS);
  const stale = isStale(live, now);
  const { state, lead, text, rest } = sentenceOf(overview, now);
  const attention = overview.items.filter(item => item.state !== 'healthy');
  const more = attention.length - ROWS;
  const quiet = overview.sources.filter(
    source => source.state === 'silent' || source.state === 'stale',
  );
  return (
    <div className={stale ? grey.stale : grey.current}>
      <header className={styles.verdict} data-stale={stale}>
        <StateShape state={state} size={30} stale={stale} />
        <h1>
          <b>{lead}</b> {text} <span>{rest}</span>
        </h1>
      </header>
      <Strip counts={overview.counts} />
      <ul className={styles.rows}>
        {attention.slice(0, ROWS).map(item => (
          <Row key={item.entityRef} item={item} now={now} />
        ))}
        {more > 0 && (
          <li className={styles.more}>
            {formatCount(more)} more need attention
          </li>
        )}
      </ul>
      <div className={styles.tiles} aria-hidden="true">
        {overview.items
          .filter(item => item.state === 'healthy')
          .map(({ entityRef }) => (
            <i key={entityRef} />
          ))}
      </div>
      <footer>
        {quiet.map(({ provider, instance, title, answeredAt }) => (
          <FreshnessLine key={`${provider} ${instance}`} kind="stale">
            <span>
              {title}{' '}
              {answeredAt ? (
                <>
                  last <Time at={answeredAt} form="clock" />
                </>
              ) : (
                'has not answered'
              )}
            </span>
          </FreshnessLine>
        ))}
        {overview.asOf && (
          <FreshnessLine kind={stale ? 'stale' : 'live'}>
            <span>
              as of <Time at={overview.asOf} form="zoned" />
            </span>
          </FreshnessLine>
        )}
      </footer>
    </div>
  );
}

interface Props {
  live: Live<HealthOverview>;
}

/** For a screen on the wall: dark, no controls, large; only what is not healthy has words. Esc leaves it. */
export function WallScreen({ live }: Props) {
  const { value, error } = live;
  const announcement = useAnnouncement(value?.items);
  return (
    <Cover>
      <VisuallyHidden live>{announcement}</VisuallyHidden>
      {value?.asOf ? (
        <Wall live={live} overview={value} />
      ) : (
        <header className={styles.verdict} data-stale="true">
          {error || value ? (
            <>
              <StateShape state="unknown" size={30} />
              <h1>
                <b>Unknown:</b>{' '}
                {error
                  ? 'health has not answered; asking again.'
                  : 'nothing is collected yet.'}
              </h1>
            </>
          ) : (
            <Waiting rows={6} what="health" />
          )}
        </header>
      )}
    </Cover>
  );
}
