import { useRouteRef } from '@backstage/frontend-plugin-api';
import { rootRouteRef } from '../../routes';
import { usePageQuery } from './usePageQuery';

/** Sections of the page besides *Organisation*. */
export type PageSection =
  | 'teams'
  | 'providers'
  | 'unattributed'
  | 'budgets'
  | 'savings'
  | 'anomalies'
  | 'sources';

/** Paths to the sections of the page, with the month and the metric that are shown. */
export function usePageLinks() {
  const root = useRouteRef(rootRouteRef);
  const { query } = usePageQuery();
  const base = (root?.() ?? '/cost').replace(/\/$/, '');
  return (section?: PageSection, more: Record<string, string> = {}) => {
    const search = new URLSearchParams(more);
    if (query.month) search.set('month', query.month);
    if (query.metric === 'billed') search.set('metric', query.metric);
    const path = section ? `${base}/${section}` : base;
    return search.size ? `${path}?${search}` : path;
  };
}
