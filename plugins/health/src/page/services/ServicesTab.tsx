import type { HealthOverview } from '@portico/plugin-health-common';
import {
  ButtonLink,
  EmptyState,
  Section,
  useNow,
  Waiting,
  type Live,
} from '@portico/ui';
import { useDeferredValue, useMemo } from 'react';
import grey from '../../parts/Stale.module.css';
import { LiveFailed } from '../../parts/LiveFailed';
import { isStale } from '../isStale';
import { AllServices, MANY } from './AllServices';
import { AttentionTable } from './AttentionTable';
import { FilterBar } from './FilterBar';
import { NothingFound } from './NothingFound';
import { matches, useServiceView } from './useServiceView';
import { VerdictSection } from './VerdictSection';

const HALF_MINUTE = 30_000;

/** Before anything can be shown: loading, failed, not collected yet, or no services. */
function InPlace({ live }: { live: Live<HealthOverview> }) {
  const { value, error } = live;
  if (value && !value.asOf) {
    return (
      <EmptyState
        what="Nothing is collected yet"
        why="Health is collected once a minute; the first answers come within one or two."
      />
    );
  }
  if (value) {
    return (
      <EmptyState
        what="No service that you may see has a verdict yet"
        why="Each component of the catalog gets one with the next collection, except libraries and documentation."
        action={<ButtonLink to="/create">Create a service</ButtonLink>}
      />
    );
  }
  if (error) return <LiveFailed live={live} />;
  return <Waiting rows={10} what="health" />;
}

function Services(props: {
  live: Live<HealthOverview>;
  overview: HealthOverview;
}) {
  const { live, overview } = props;
  const view = useServiceView();
  const { by } = view;
  const filters = useDeferredValue(view.filters);
  const { items } = overview;
  const found = useMemo(
    () => items.filter(item => matches(item, filters)),
    [items, filters],
  );
  const attention = useMemo(
    () => found.filter(({ state }) => state !== 'healthy'),
    [found],
  );
  const look = view.look ?? (found.length > MANY ? 'tiles' : 'table');
  const stale = isStale(live, useNow(HALF_MINUTE));
  return (
    <div className={stale ? grey.stale : grey.current}>
      <VerdictSection live={live} overview={overview} />
      <FilterBar items={items} view={view} look={look} />
      {found.length === 0 && (
        <Section label="Services">
          <NothingFound items={items} view={view} />
        </Section>
      )}
      {attention.length > 0 && <AttentionTable items={attention} />}
      {found.length > 0 && <AllServices items={found} by={by} look={look} />}
    </div>
  );
}

/** All services: the verdict in a sentence, filters, what needs attention with why, then everything. */
export function ServicesTab({ live }: { live: Live<HealthOverview> }) {
  const { value } = live;
  if (!value?.asOf || value.items.length === 0) {
    return (
      <Section label="Services" tone={live.error ? 'stale' : 'fine'}>
        <InPlace live={live} />
      </Section>
    );
  }
  return <Services live={live} overview={value} />;
}
