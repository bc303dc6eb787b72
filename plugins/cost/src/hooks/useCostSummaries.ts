import { useApi } from '@backstage/frontend-plugin-api';
import type { CostSummary } from '@portico/plugin-cost-common';
import { useCallback, useEffect, useRef } from 'react';
import { costApiRef, type CostApi } from '../api/costApiRef';
import { useCost } from './useCost';

/** Entities of one request; a list of up to so many is read with one. */
const CHUNK = 1_000;

/** Summaries by entity reference; `undefined` for what is not the viewer's to see. */
export type Summaries = ReadonlyMap<string, CostSummary | undefined>;

async function read(api: CostApi, refs: string[]): Promise<Summaries> {
  const asked: Promise<CostSummary[]>[] = [];
  for (let from = 0; from < refs.length; from += CHUNK) {
    asked.push(api.summaries(refs.slice(from, from + CHUNK)));
  }
  const items = (await Promise.all(asked)).flat();
  const found = new Map(items.map(item => [item.entityRef, item]));
  return new Map(refs.map(ref => [ref, found.get(ref)]));
}

/**
 * What the entities of a list cost this month, read at once and kept fresh. When the list changes, what is known of
 * it stays until the answer comes.
 */
export function useCostSummaries(entityRefs: string[]) {
  const api = useApi(costApiRef);
  const key = entityRefs.join(' ');
  const live = useCost(
    useCallback(() => read(api, key ? key.split(' ') : []), [api, key]),
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
