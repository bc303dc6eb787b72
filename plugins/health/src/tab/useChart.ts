import { useApi } from '@backstage/frontend-plugin-api';
import type { ChartId, HealthChart } from '@portico/plugin-health-common';
import type { Live } from '@portico/ui';
import { useCallback } from 'react';
import { healthApiRef } from '../api/healthApiRef';
import type { ChartOverTime } from '../charts/ChartPanel';
import { useHealthLive } from '../hooks/useHealthLive';
import { spanOf, type AnyRange } from './ranges';

/** Panels of many open pages don't ask in the same moment. */
const SPREAD_MS = 1_000;

/** One chart of an entity up to now, kept fresh. `onChart` is told of each answer. */
export function useChart(
  entityRef: string,
  query: { chart: ChartId; range: AnyRange; environment: string },
  onChart?: (chart: HealthChart) => void,
): Live<ChartOverTime> {
  const { chart, range, environment } = query;
  const api = useApi(healthApiRef);
  return useHealthLive(
    useCallback(async () => {
      const { from, to } = spanOf(range, Date.now());
      const answer = await api.series(entityRef, {
        chart,
        environment,
        from: new Date(from).toISOString(),
        to: new Date(to).toISOString(),
      });
      onChart?.(answer);
      return { chart: answer, from, to };
    }, [api, entityRef, chart, range, environment, onChart]),
    { spreadMs: SPREAD_MS },
  );
}
