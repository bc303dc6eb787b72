import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { element } from '../parts/element';
import { entityRouteRef } from '../routes';
import { HAS_HEALTH } from './WithHealth';

const HEADER = 'entity-header-layout:catalog';

const badge = element('entity-badge', { id: HEADER, input: 'badges' }, () =>
  import('./parts').then(m => (
    <m.WithHealth>
      <m.HealthBadge />
    </m.WithHealth>
  )),
);

const freshness = element(
  'entity-freshness',
  { id: HEADER, input: 'freshness' },
  () =>
    import('./parts').then(m => (
      <m.WithHealth>
        <m.HealthFreshness />
      </m.WithHealth>
    )),
);

const top = element(
  'entity-top',
  { id: 'entity-content-layout:catalog', input: 'top' },
  () =>
    import('./parts').then(m => (
      <m.WithHealth>
        <m.HealthTop />
      </m.WithHealth>
    )),
);

const onCall = EntityCardBlueprint.make({
  name: 'on-call',
  params: {
    type: 'info',
    filter: HAS_HEALTH,
    loader: () => import('./parts').then(m => <m.OnCallCard />),
  },
});

const tab = EntityContentBlueprint.make({
  name: 'tab',
  params: {
    path: '/health',
    title: 'Health',
    group: 'health',
    routeRef: entityRouteRef,
    filter: HAS_HEALTH,
    loader: () => import('../tab/HealthTab').then(m => <m.HealthTab />),
  },
});

/** What health adds to the pages of entities. */
export const entityExtensions = [badge, freshness, top, onCall, tab];
