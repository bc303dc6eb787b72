import type { Incident } from '../../../../incidents';

/** Part of the requests that fails in an incident that doesn't say how many. */
const ERROR_RATIO = 0.08;
const CRASH_ERROR_RATIO = 0.084;

/** What a service is like for a time. */
export interface Mode {
  /** How many times the usual requests arrive: 1, or 0 where nobody sends any. */
  traffic: number;
  /** Part of the requests that fails, 0 to 1. */
  errorRatio: number;
  /** Whether requests take longer than the objective. */
  slow: boolean;
  /** Since when the heap fills up, in milliseconds since 1970. */
  heapFullSince?: number;
  /** Since when pods run out of memory. */
  leakingSince?: number;
  /** Whether its pods are not scraped. */
  unscraped: boolean;
}

/** A service with these incidents under way; without any, `errorRatio` of its requests fails. */
export function modeOf(errorRatio: number, incidents: Incident[]): Mode {
  return incidents.reduce<Mode>(
    (mode, incident) => ({ ...mode, ...effectOf(incident, mode.errorRatio) }),
    { traffic: 1, errorRatio, slow: false, unscraped: false },
  );
}

function effectOf(incident: Incident, errorRatio: number): Partial<Mode> {
  const fails = (ratio: number) => ({
    errorRatio: Math.max(errorRatio, incident.errorRatio ?? ratio),
  });
  switch (incident.kind) {
    case 'latency':
      return { slow: true };
    case 'errors':
      return fails(ERROR_RATIO);
    case 'crash-loop':
      return {
        ...fails(CRASH_ERROR_RATIO),
        leakingSince: incident.startedAt,
      };
    case 'saturation':
      return { heapFullSince: incident.startedAt };
    case 'no-metrics':
      return { unscraped: true };
    case 'no-traffic':
      return { traffic: 0 };
    default:
      return {};
  }
}
