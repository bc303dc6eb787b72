import { useApi } from '@backstage/frontend-plugin-api';
import type { TaskLedger } from '@portico/plugin-flows-common';
import { useCallback, useEffect, useState } from 'react';
import { flowsApiRef } from '../../api/flowsApiRef';

/** While something goes on, and while only the next try of a clean-up is waited for. */
const BUSY_MS = 2_000;
const WAITING_MS = 10_000;
/** How long after the end of a task its clean-up may take to begin. */
const BEGIN_MS = 15_000;

/** When to read again, in ms; `undefined` once nothing will change any more. */
export function nextRead(options: {
  ledger: TaskLedger | undefined;
  over: boolean;
  /** Milliseconds since the task was first seen to be over. */
  overForMs: number;
}): number | undefined {
  const { ledger, over, overForMs } = options;
  if (!over || !ledger) return BUSY_MS;
  const { cleanup } = ledger;
  if (!cleanup) return overForMs < BEGIN_MS ? BUSY_MS : undefined;
  if (cleanup.state === 'running') return BUSY_MS;
  if (cleanup.state !== 'pending') return undefined;
  const wait = Date.parse(cleanup.nextAttemptAt ?? '') - Date.now();
  return wait > WAITING_MS ? WAITING_MS : BUSY_MS;
}

/** What a task has made, found and removed; read again while the task or its clean-up goes on. */
export function useTaskLedger(options: {
  taskId: string;
  /** Whether the task has ended. */
  over: boolean;
  /** Whether it ended well, so that there is no clean-up to wait for. */
  completed: boolean;
}): { ledger?: TaskLedger; error?: Error; readAgain(): void } {
  const { taskId, over, completed } = options;
  const api = useApi(flowsApiRef);
  const [state, setState] = useState<{ ledger?: TaskLedger; error?: Error }>(
    {},
  );
  const [round, setRound] = useState(0);
  const readAgain = useCallback(() => setRound(number => number + 1), []);

  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const since = Date.now();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = async () => {
      let ledger: TaskLedger | undefined;
      try {
        ledger = await api.getLedger(taskId, { signal });
        if (!signal.aborted) setState({ ledger });
      } catch (error) {
        // What was seen last stays, with the reason why it may be old.
        if (!signal.aborted) {
          setState(before => ({ ...before, error: error as Error }));
        }
      }
      const overForMs = Date.now() - since;
      const wait =
        completed && ledger ? undefined : nextRead({ ledger, over, overForMs });
      if (!signal.aborted && wait !== undefined) timer = setTimeout(read, wait);
    };
    void read();
    return () => {
      controller.abort();
      clearTimeout(timer);
    };
  }, [api, taskId, over, completed, round]);

  return { ...state, readAgain };
}
