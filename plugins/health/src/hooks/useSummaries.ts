import { useApi } from '@backstage/frontend-plugin-api';
import type { HealthSummary } from '@portico/plugin-health-common';
import { useCallback, useEffect, useRef } from 'react';
import { healthApiRef, type HealthApi } from '../api/healthApiRef';
import { useHealthLive } from './useHealthLive';

/** Entities of one request; a list of up to so many is read with one. */
const CHUNK = 1_000;
const SPREAD_MS = 2_000;

/** Verdicts by entity reference; `undefined` for what has none or is not the viewer's to see. */
export type Summaries = ReadonlyMap<string, HealthSummary | undefined>;

async function read(api: HealthApi, refs: string[]): Promise<Summaries> {
  const chunks: string[][] = [];
  for (let from = 0; from < refs.length; from += CHUNK) {
    chunks.push(refs.slice(from, from + CHUNK));
  }
  const found = await Promise.all(chunks.map(chunk => api.summaries(chunk)));
  const items = found.flat();
  return new Map(refs.map((ref, at) => [ref, items[at]]));
}

/**
 * The verdicts of a list of entities, read at once and kept fresh. When the list changes, what is known of it
 * stays until the answer comes.
 */
export function useSummaries(entityRefs: string[]) {
  const api = useApi(healthApiRef);
  const key = entityRefs.join(' ');
  const live = useHealthLive(
    useCallback(() => read(api, key ? key.split(' ') : []), [api, key]),
    { spreadMs: SPREAD_MS },
  );
  const last = useRef(live.value);
  useEffect(() => {
    if (live.value?.size) last.current = live.value;
  }, [live.value]);
  const { value = last.current } = live;
  const known =
    entityRefs.length === 0 || entityRefs.some(it => value?.has(it));
  return { ...live, value: known ? value : undefined };
}
