import { useApi } from '@backstage/frontend-plugin-api';
import { scaffolderApiRef } from '@backstage/plugin-scaffolder-react';
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import { TaskStream, type TaskSnapshot } from './TaskStream';

/** Follows a task as long as the component is there and its page is visible. */
export function useTaskStream(taskId: string): TaskSnapshot & {
  /** Tries to connect at once. */
  tryNow(): void;
  /** Reads everything again. */
  restart(): void;
} {
  const api = useApi(scaffolderApiRef);
  const stream = useMemo(() => new TaskStream(api, taskId), [api, taskId]);
  const subscribe = useCallback(
    (listener: () => void) => stream.subscribe(listener),
    [stream],
  );
  const snapshot = useSyncExternalStore(subscribe, () => stream.snapshot);

  useEffect(() => {
    const onVisibility = () =>
      document.hidden ? stream.pause() : stream.resume();
    document.addEventListener('visibilitychange', onVisibility);
    return () => document.removeEventListener('visibilitychange', onVisibility);
  }, [stream]);

  return useMemo(
    () => ({
      ...snapshot,
      tryNow: () => stream.resume(),
      restart: () => stream.restart(),
    }),
    [snapshot, stream],
  );
}
