import { useCallback, useEffect, useState } from 'react';

const SAID_FOR_MS = 4_000;

/** Runs copies and says for a moment what came of each. */
export function useCopy() {
  const [said, setSaid] = useState<{ words: string; failed?: boolean }>();
  useEffect(() => {
    if (!said) return undefined;
    const timer = setTimeout(() => setSaid(undefined), SAID_FOR_MS);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = useCallback((share: () => Promise<string>) => {
    share().then(
      words => setSaid({ words }),
      () => setSaid({ words: 'Could not be copied', failed: true }),
    );
  }, []);
  return { said, copy };
}
