import { useCallback, useState } from 'react';
import { errorWords } from './errorWords';

/** A call that changes something: whether it is under way, and what went wrong. */
export function useAction<A extends unknown[]>(
  run: (...args: A) => Promise<unknown>,
) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const start = useCallback(
    async (...args: A): Promise<boolean> => {
      setBusy(true);
      setFailure(undefined);
      try {
        await run(...args);
        return true;
      } catch (error) {
        setFailure(errorWords(error as Error));
        return false;
      } finally {
        setBusy(false);
      }
    },
    [run],
  );
  return { busy, failure, start };
}
