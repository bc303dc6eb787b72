import { useApi } from '@backstage/frontend-plugin-api';
import type { CostEstimate } from '@portico/plugin-cost-common';
import { useEffect, useMemo, useState } from 'react';
import { costApiRef } from '../api/costApiRef';
import type { EstimateQuestion } from './readQuestion';

/** So that a form that is being filled in does not ask at each key. */
const PAUSE_MS = 250;

/** What is known of a question that changes with the form. */
export interface LiveEstimate {
  /** The last answer; while `asking`, that to the question before. */
  value?: CostEstimate;
  error?: Error;
  asking: boolean;
  retry(): void;
}

/** Estimates what a form would make, again whenever it changes. */
export function useEstimate(question: EstimateQuestion): LiveEstimate {
  const costApi = useApi(costApiRef);
  const [state, setState] = useState<{
    key?: string;
    value?: CostEstimate;
    error?: Error;
  }>({});
  const [tries, setTries] = useState(0);
  const key = `${tries} ${JSON.stringify(question)}`;
  const asked = useMemo(
    () => JSON.parse(key.slice(key.indexOf(' '))) as EstimateQuestion,
    [key],
  );

  useEffect(() => {
    if (!asked.items.length) return undefined;
    let over = false;
    const timer = setTimeout(() => {
      costApi.estimate(asked.items, asked.entityRef).then(
        value => over || setState({ key, value }),
        error => over || setState({ key, error }),
      );
    }, PAUSE_MS);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [costApi, asked, key]);

  const { value, error } = state;
  const asking = state.key !== key;
  return { value, error, asking, retry: () => setTries(count => count + 1) };
}
