import { useCallback, useEffect, useRef, useState } from 'react';

/**
 * Counts the rounds in which everything is read: one every so many seconds, none while the page is hidden, and one
 * at once when it is shown again after longer than that.
 */
export function useRounds(seconds?: number): {
  round: number;
  next(): void;
} {
  const [round, setRound] = useState(0);
  const last = useRef(Date.now());
  const next = useCallback(() => {
    last.current = Date.now();
    setRound(count => count + 1);
  }, []);

  useEffect(() => {
    if (!seconds) return undefined;
    const every = seconds * 1000;
    const ifSeen = () => {
      if (document.visibilityState === 'visible') next();
    };
    const ifOverdue = () => {
      if (Date.now() - last.current >= every) ifSeen();
    };
    const timer = setInterval(ifSeen, every);
    document.addEventListener('visibilitychange', ifOverdue);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', ifOverdue);
    };
  }, [seconds, next]);

  return { round, next };
}
