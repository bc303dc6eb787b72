import { parseEntityRef } from '@backstage/catalog-model';
import type { CostDimension } from '@portico/plugin-cost-common';
import { usePageQuery } from '../page/frame/usePageQuery';

/** By what an entity's costs can be told apart. */
const DIMENSIONS: { value: CostDimension; title: string }[] = [
  { value: 'category', title: 'Category' },
  { value: 'service', title: 'Service' },
  { value: 'resource', title: 'Resource' },
];

const COMPONENT: { value: CostDimension; title: string } = {
  value: 'component',
  title: 'Component',
};

/** What the tab shows, kept in its address: a link shows the same. */
export function useTabView(entityRef: string) {
  const { query, parameter, change } = usePageQuery();
  const one = ['component', 'resource'].includes(
    parseEntityRef(entityRef).kind,
  );
  const choices = one ? DIMENSIONS : [COMPONENT, ...DIMENSIONS];
  const asked = parameter('by');
  const by = choices.find(({ value }) => value === asked) ?? choices[0];
  return {
    query,
    choices,
    by,
    setBy: (value: CostDimension) => change({ by: value }),
    change,
  };
}

/** What the tab shows, and how to change it. */
export type TabView = ReturnType<typeof useTabView>;
