import { useApi } from '@backstage/frontend-plugin-api';
import type { Timeline } from '@portico/plugin-health-common';
import type { Live } from '@portico/ui';
import { useCallback } from 'react';
import { healthApiRef } from '../api/healthApiRef';
import type { ChartMark } from '../charts/summarize';
import { useHealthLive } from '../hooks/useHealthLive';
import { spanOf, type Range } from './ranges';

/** What happened in a range up to now, kept fresh. */
export function useTimeline(entityRef: string, range: Range): Live<Timeline> {
  const api = useApi(healthApiRef);
  return useHealthLive(
    useCallback(() => {
      const { from, to } = spanOf(range, Date.now());
      return api.timeline(entityRef, {
        from: new Date(from).toISOString(),
        to: new Date(to).toISOString(),
      });
    }, [api, entityRef, range]),
  );
}

/** Deploys, to be marked in charts. */
export function marksOf(timeline?: Timeline): ChartMark[] {
  return (timeline?.events ?? [])
    .filter(({ kind, mark }) => kind === 'deploy' && mark)
    .map(({ at, mark }) => ({ time: Date.parse(at), title: mark ?? '' }));
}
