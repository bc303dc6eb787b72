import { useApi } from '@backstage/frontend-plugin-api';
import type { Breakdown, CostDimension } from '@portico/plugin-cost-common';
import type { Live } from '@portico/ui';
import { useCallback } from 'react';
import { costApiRef } from '../../api/costApiRef';
import { useCost } from '../../hooks/useCost';
import type { PageQuery } from '../frame/usePageQuery';

const SEPARATOR = '\n';

/** One level of the table: what is beneath the rows with these ids, outermost first; the first level for none. */
export function useBreakdown(
  by: CostDimension,
  { month, metric }: PageQuery,
  within: readonly string[] = [],
): Live<Breakdown> {
  const api = useApi(costApiRef);
  const path = within.join(SEPARATOR);
  return useCost(
    useCallback(
      () =>
        api.breakdown({
          by,
          month,
          metric,
          within: path ? path.split(SEPARATOR) : undefined,
        }),
      [api, by, month, metric, path],
    ),
  );
}
