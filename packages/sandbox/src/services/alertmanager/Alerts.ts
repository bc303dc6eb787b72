import type { Collection, Kit } from '../../kit';
import { AlertmanagerError } from './AlertmanagerError';
import { fingerprint } from './fingerprint';
import type { PostedAlert } from './readAlert';
import type { Alert } from './types';

/** `resolve_timeout`: an alert without an end is over when nobody has repeated it for so long. */
const RESOLVE_TIMEOUT_MS = 5 * 60_000;
/** How long what is over stays in memory. */
const RETENTION_MS = 15 * 60_000;

/** The alerts that were sent, by fingerprint. */
export class Alerts {
  readonly #alerts: Collection<Alert>;
  readonly #kit: Kit;

  constructor(kit: Kit) {
    this.#kit = kit;
    this.#alerts = kit.store.collection('alertmanager', 'alerts');
  }

  /** All that are known, those that are over included, sorted by fingerprint. */
  entries(): [fingerprint: string, alert: Alert][] {
    return this.#alerts.entries().sort(([a], [b]) => (a < b ? -1 : 1));
  }

  /** Those that fire. */
  firing(): [fingerprint: string, alert: Alert][] {
    const now = this.#kit.clock.now().getTime();
    return this.entries().filter(([, alert]) => alert.endsAt > now);
  }

  /**
   * Takes what is valid and then complains about the rest, as Alertmanager does.
   *
   * @throws AlertmanagerError 400
   */
  put(posted: PostedAlert[]): void {
    const problems: string[] = [];
    for (const one of posted) {
      const alert = this.#complete(one);
      const problem = problemOf(alert);
      if (problem) problems.push(problem);
      else this.#merge(alert);
    }
    if (problems.length) throw new AlertmanagerError(400, problems.join('; '));
  }

  /** Forgets what has long been over. */
  collectGarbage(): void {
    const before = this.#kit.clock.now().getTime() - RETENTION_MS;
    for (const [id, alert] of this.#alerts.entries()) {
      if (alert.endsAt < before) this.#alerts.delete(id);
    }
  }

  #complete(posted: PostedAlert): Alert {
    const now = this.#kit.clock.now().getTime();
    const { startsAt, endsAt, generatorURL = '' } = posted;
    return {
      labels: withoutEmpty(posted.labels),
      annotations: posted.annotations,
      startsAt: startsAt ?? endsAt ?? now,
      endsAt: endsAt ?? now + RESOLVE_TIMEOUT_MS,
      timeout: endsAt === undefined,
      updatedAt: now,
      generatorURL,
    };
  }

  #merge(alert: Alert) {
    const id = fingerprint(alert.labels);
    const known = this.#alerts.get(id);
    const overlaps =
      known &&
      alert.startsAt <= known.endsAt &&
      alert.endsAt >= known.startsAt &&
      known.endsAt > alert.updatedAt;
    this.#alerts.put(id, overlaps ? mergeAlerts(known, alert) : alert);
  }
}

/** The earlier start counts; an end that was said counts before one that was assumed. */
function mergeAlerts(known: Alert, alert: Alert): Alert {
  const isResolved = alert.endsAt <= alert.updatedAt;
  const keepsEnd = !isResolved && !known.timeout && known.endsAt > alert.endsAt;
  return {
    ...alert,
    startsAt: Math.min(known.startsAt, alert.startsAt),
    endsAt: keepsEnd ? known.endsAt : alert.endsAt,
  };
}

function problemOf({ labels, startsAt, endsAt }: Alert): string | undefined {
  if (endsAt < startsAt) return 'start time must be before end time';
  if (Object.keys(labels).length === 0) {
    return 'at least one label pair required';
  }
  const bad = Object.keys(labels).find(it => !/^[a-zA-Z_]\w*$/.test(it));
  return bad === undefined
    ? undefined
    : `invalid label set: invalid name ${JSON.stringify(bad)}`;
}

function withoutEmpty(labels: Record<string, string>) {
  return Object.fromEntries(
    Object.entries(labels).filter(([, value]) => value !== ''),
  );
}
