import type { Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { argoCDApiRef } from '@roadiehq/backstage-plugin-argo-cd';
import { useCallback, useEffect, useState } from 'react';
import type { Environment } from './Application';
import { readEnvironments } from './readEnvironments';

const QUIET_MS = 30_000;
const BUSY_MS = 4_000;

/** What was learned last, when, and why nothing newer is there. */
export interface EnvironmentsState {
  environments?: Environment[];
  /** When `environments` were read. */
  at?: Date;
  error?: Error;
  retry: () => void;
}

/**
 * The environments of an entity, kept fresh: often while one is under way,
 * seldom otherwise. After a failure the last answer stays beside the error,
 * until it is three intervals old and says nothing about now.
 */
export function useEnvironments(entity: Entity): EnvironmentsState {
  const api = useApi(argoCDApiRef);
  const [state, setState] = useState<Omit<EnvironmentsState, 'retry'>>({});
  const [attempt, setAttempt] = useState(0);
  const retry = useCallback(() => setAttempt(n => n + 1), []);

  useEffect(() => {
    let gone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      let wait = QUIET_MS;
      try {
        const environments = await readEnvironments(api, entity);
        if (gone) return;
        if (environments.some(isUnderWay)) wait = BUSY_MS;
        setState({ environments, at: new Date() });
      } catch (error) {
        if (gone) return;
        setState(before => ({ ...keepIfYoung(before), error: error as Error }));
      }
      timer = setTimeout(ask, wait);
    };
    ask();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [api, entity, attempt]);

  return { ...state, retry };
}

function isUnderWay({ sync, health }: Environment): boolean {
  return sync === 'Syncing' || health === 'Progressing';
}

function keepIfYoung(before: Omit<EnvironmentsState, 'retry'>) {
  const { environments, at } = before;
  return at && Date.now() - at.getTime() < 3 * QUIET_MS
    ? { environments, at }
    : { at };
}
