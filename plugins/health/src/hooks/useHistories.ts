import { useApi } from '@backstage/frontend-plugin-api';
import type { HealthHistory } from '@portico/plugin-health-common';
import { useNow } from '@portico/ui';
import { useCallback, useEffect, useRef, useState } from 'react';
import { healthApiRef } from '../api/healthApiRef';

/** Entities of one request. */
const CHUNK = 200;
/** Rows that scroll by are not asked for. */
const SETTLE_MS = 100;
/** Days change slowly. */
const RENEW_MS = 600_000;

/** Histories by entity reference, as far as they have come. */
export interface Histories {
  of: Record<string, HealthHistory>;
  /** Why some did not come. */
  error?: Error;
  reload(): void;
}

/** The last 90 days of the entities that are seen; what is known is not asked again for ten minutes. */
export function useHistories(entityRefs: string[]): Histories {
  const api = useApi(healthApiRef);
  const [of, setOf] = useState<Record<string, HealthHistory>>({});
  const [error, setError] = useState<Error>();
  const asked = useRef(new Map<string, number>());
  const [round, setRound] = useState(0);
  const now = useNow(RENEW_MS).getTime();
  const key = entityRefs.join(' ');

  const ask = useCallback(
    async (refs: string[]) => {
      refs.forEach(ref => asked.current.set(ref, Date.now()));
      try {
        const found = await api.histories(refs);
        setOf(before => ({ ...before, ...found }));
        setError(undefined);
      } catch (failure) {
        setError(failure as Error);
      }
    },
    [api],
  );

  useEffect(() => {
    const timer = setTimeout(() => {
      const due = key
        .split(' ')
        .filter(
          ref => ref && now - (asked.current.get(ref) ?? 0) > RENEW_MS / 2,
        );
      for (let from = 0; from < due.length; from += CHUNK) {
        ask(due.slice(from, from + CHUNK));
      }
    }, SETTLE_MS);
    return () => clearTimeout(timer);
  }, [key, now, round, ask]);

  const reload = useCallback(() => {
    asked.current.clear();
    setRound(before => before + 1);
  }, []);

  return { of, error, reload };
}
