import type { Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import type { WorkflowRuns } from '@portico/plugin-github-actions-common';
import { useCallback, useEffect, useState } from 'react';
import { githubActionsApiRef } from '../GithubActionsClient';

const QUIET_MS = 30_000;
const BUSY_MS = 4_000;
const UNDER_WAY = ['queued', 'in_progress', 'waiting'];

/**
 * The runs of an entity's repository, kept fresh: often while one is under way, seldom otherwise.
 * After a failure the last answer stays, beside the error.
 */
export function useWorkflowRuns(entity: Entity): {
  value?: WorkflowRuns;
  error?: Error;
  retry: () => void;
} {
  const api = useApi(githubActionsApiRef);
  const [state, setState] = useState<{ value?: WorkflowRuns; error?: Error }>(
    {},
  );
  const [attempt, setAttempt] = useState(0);
  const retry = useCallback(() => setAttempt(n => n + 1), []);

  useEffect(() => {
    const abort = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      let wait = QUIET_MS;
      try {
        const value = await api.listRuns(entity, abort.signal);
        if (value.runs.some(run => UNDER_WAY.includes(run.state))) {
          wait = BUSY_MS;
        }
        setState({ value });
      } catch (error) {
        if (abort.signal.aborted) return;
        setState(before => ({ value: before.value, error: error as Error }));
      }
      if (!abort.signal.aborted) timer = setTimeout(ask, wait);
    };
    ask();
    return () => {
      abort.abort();
      clearTimeout(timer);
    };
  }, [api, entity, attempt]);

  return { ...state, retry };
}
