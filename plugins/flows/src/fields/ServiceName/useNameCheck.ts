import { useApi } from '@backstage/frontend-plugin-api';
import {
  explainServiceName,
  type NameAvailability,
} from '@portico/plugin-flows-common';
import { useEffect, useState } from 'react';
import { flowsApiRef } from '../../api/flowsApiRef';

/** What is known about a name while it is typed. */
export type NameCheck =
  | { state: 'empty' }
  | { state: 'malformed'; reason: string }
  | { state: 'asking' }
  | { state: 'answered'; answer: NameAvailability }
  | { state: 'unknown'; reason: string };

const DEBOUNCE_MS = 350;

/** Checks a name as it is typed: its form at once, whether it is free when the typing pauses. */
export function useNameCheck(name: string): NameCheck {
  const flowsApi = useApi(flowsApiRef);
  const [check, setCheck] = useState<NameCheck>({ state: 'empty' });

  useEffect(() => {
    const reason = explainServiceName(name);
    if (reason) {
      setCheck(name ? { state: 'malformed', reason } : { state: 'empty' });
      return undefined;
    }
    setCheck({ state: 'asking' });
    const controller = new AbortController();
    const timer = setTimeout(() => {
      flowsApi.checkName(name, { signal: controller.signal }).then(
        answer => {
          if (!controller.signal.aborted) {
            setCheck({ state: 'answered', answer });
          }
        },
        (error: Error) => {
          if (!controller.signal.aborted) {
            setCheck({ state: 'unknown', reason: error.message });
          }
        },
      );
    }, DEBOUNCE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [flowsApi, name]);

  return check;
}
