import { useApi } from '@backstage/frontend-plugin-api';
import type { AnomalyView } from '@portico/plugin-cost-common';
import type { Live } from '@portico/ui';
import { useCallback } from 'react';
import { costApiRef, type FindingList } from '../../api/costApiRef';
import { useCost } from '../../hooks/useCost';
import { usePageQuery } from '../frame/usePageQuery';

/** What costs more than is usual, as far as the reader may see it; open ones first. */
export function useAnomalies(): Live<FindingList<AnomalyView>> {
  const api = useApi(costApiRef);
  const { query } = usePageQuery();
  return useCost(useCallback(() => api.anomalies(query), [api, query]));
}
