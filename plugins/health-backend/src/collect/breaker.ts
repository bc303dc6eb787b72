const FAILURES_UNTIL_OPEN = 3;
const LONGEST_PAUSE_SECONDS = 300;

/**
 * Seconds until a provider that failed `failures` times in a row is asked again. Up to three failures it keeps
 * its interval; then each further one doubles the pause, up to 5 minutes. The try after a pause is one
 * collection as any other, so a success closes the circuit.
 */
export function pauseSeconds(
  failures: number,
  intervalSeconds: number,
): number {
  if (failures < FAILURES_UNTIL_OPEN) return intervalSeconds;
  const doubled = intervalSeconds * 2 ** (failures - FAILURES_UNTIL_OPEN + 1);
  return Math.max(intervalSeconds, Math.min(LONGEST_PAUSE_SECONDS, doubled));
}
