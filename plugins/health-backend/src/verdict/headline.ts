import type {
  Deploy,
  HealthSignal,
  HealthState,
  SourceStanding,
} from '@portico/plugin-health-common';
import { formatQuantity } from '@portico/plugin-health-common';
import { isQuiet } from './deciding';
import { sentenceOf } from './sentences';

const MOST_SENTENCES = 2;
/** What started later after a deploy is not told with it. */
const AFTER_DEPLOY_SECONDS = 1800;

/** Why it is as it is, without the state; empty where healthy. */
export function headlineOf(
  state: HealthState,
  signals: HealthSignal[],
  options: {
    /** Of these signals, most important first. */
    reasons: HealthSignal[];
    standings: SourceStanding[];
  },
): string {
  if (state === 'healthy') return '';
  const { reasons, standings } = options;
  if (state === 'unknown') return whyUnknown(signals, reasons, standings);
  const deciding = reasons.filter(it => !it.silence && it.state !== 'unknown');
  const worst = deciding.filter(it => it.state === state);
  const lesser = deciding.filter(it => it.state !== state);
  // An alert repeats what the number behind it says, and a burn rate the ratio: the number speaks first.
  const isBurn = (it: HealthSignal) => it.kind === 'burn-rate';
  const numbers = [
    ...worst.filter(it => !isReport(it) && !isBurn(it)),
    ...worst.filter(isBurn),
  ];
  const reports = worst.filter(isReport);
  const behind = lesser.filter(it => !isReport(it));
  const spoken = numbers.length
    ? [...numbers, ...reports, ...behind]
    : [...behind.slice(0, 1), ...reports, ...behind.slice(1), ...lesser];
  return sentences([...new Set(spoken)], signals);
}

function whyUnknown(
  signals: HealthSignal[],
  reasons: HealthSignal[],
  standings: SourceStanding[],
): string {
  const told = reasons.filter(it => it.state === 'unknown' && !it.stale);
  if (told.length) return sentences(told, signals);
  const silent = standings.filter(
    it => it.state === 'silent' || it.state === 'stale',
  );
  const names = [...new Set(silent.map(it => it.title))];
  if (names.length) {
    const verb = names.length > 1 ? 'do' : 'does';
    return `${list(names)} ${verb} not answer.`;
  }
  return signals.some(isQuiet)
    ? 'No requests, and neither workload nor probe to say whether it would answer.'
    : 'No metrics, no workload and no probe.';
}

/** Incident first, then the deploy after which it started. */
export function remarkOf(
  reasons: HealthSignal[],
  startedAfter: (Deploy & { seconds: number }) | undefined,
): string | undefined {
  const incident = reasons.find(it => it.kind === 'incident');
  if (incident) {
    return [incident.title, incident.text].filter(Boolean).join(', ');
  }
  if (!startedAfter) return undefined;
  const { seconds, revision, version } = startedAfter;
  const after = formatQuantity({ value: seconds, unit: 'seconds' });
  return `Started ${after} after deploy ${revision || version}`;
}

/** The deploy shortly before a state began. */
export function startedAfterDeploy(
  since: string,
  deploy: Deploy | undefined,
): (Deploy & { seconds: number }) | undefined {
  if (!deploy) return undefined;
  const seconds = Math.round(
    (Date.parse(since) - Date.parse(deploy.at)) / 1000,
  );
  return seconds >= 0 && seconds <= AFTER_DEPLOY_SECONDS
    ? { ...deploy, seconds }
    : undefined;
}

function isReport({ kind }: HealthSignal): boolean {
  return kind === 'alert' || kind === 'incident';
}

function sentences(spoken: HealthSignal[], all: HealthSignal[]): string {
  return spoken
    .slice(0, MOST_SENTENCES)
    .map(signal => sentenceOf(signal, all))
    .join(' ');
}

function list(names: string[]): string {
  const last = names[names.length - 1];
  return names.length > 1
    ? `${names.slice(0, -1).join(', ')} and ${last}`
    : last;
}
