import type { HealthOverview } from '@portico/plugin-health-common';
import {
  FreshnessLine,
  LinkTabs,
  Page,
  Time,
  useNow,
  VisuallyHidden,
  type Live,
} from '@portico/ui';
import type { ReactNode } from 'react';
import { useLocation } from 'react-router-dom';
import { useHealthLinks } from '../parts/useHealthLinks';
import { isStale } from './isStale';
import { useAnnouncement } from './useAnnouncement';

const SECOND = 1_000;

/** `Live · as of 14:02:31 UTC · next in 29 s`. */
function Standing({ live }: { live: Live<HealthOverview> }) {
  const now = useNow(SECOND);
  const { value, error } = live;
  if (!value?.asOf) return null;
  const stale = isStale(live, now);
  const left = value.nextAt
    ? Math.round((Date.parse(value.nextAt) - now.getTime()) / SECOND)
    : 0;
  return (
    <FreshnessLine kind={stale ? 'stale' : 'live'} title={error?.message}>
      <span>
        {stale ? 'As of' : 'Live · as of'} <Time at={value.asOf} form="zoned" />
        {!stale && left > 0 && ` · next in ${left}\u00a0s`}
      </span>
    </FreshnessLine>
  );
}

/** Title, freshness and tabs of the page, which also reads out whose verdict has changed. */
export function PageFrame(props: {
  live: Live<HealthOverview>;
  children: ReactNode;
}) {
  const { live, children } = props;
  const links = useHealthLinks();
  const { pathname } = useLocation();
  const announcement = useAnnouncement(live.value?.items);
  const tabs = [
    { title: 'Services', to: links.page() },
    { title: 'Systems', to: links.page('systems') },
    { title: 'Objectives', to: links.page('objectives') },
    { title: 'Wall screen', to: links.page('wall') },
  ];
  return (
    <Page
      title="Health"
      actions={<Standing live={live} />}
      tabs={
        <LinkTabs
          label="Health, sections"
          tabs={tabs.map(tab => ({ ...tab, active: pathname === tab.to }))}
        />
      }
    >
      <VisuallyHidden live>{announcement}</VisuallyHidden>
      {children}
    </Page>
  );
}
