import { useApi } from '@backstage/frontend-plugin-api';
import type { SavingView } from '@portico/plugin-cost-common';
import type { Live } from '@portico/ui';
import { useCallback } from 'react';
import { costApiRef, type FindingList } from '../../api/costApiRef';
import { useCost } from '../../hooks/useCost';
import { usePageQuery } from '../frame/usePageQuery';

/** What could be had for less, as far as the reader may see it; the largest first. */
export function useSavings(): Live<FindingList<SavingView>> {
  const api = useApi(costApiRef);
  const { query } = usePageQuery();
  return useCost(useCallback(() => api.savings(query), [api, query]));
}
