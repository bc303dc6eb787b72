import { createHash } from 'node:crypto';
import { RETENTION, retentionDay } from '../billing/retention';
import { STORY } from '../incidents/story';
import type { Component } from './types';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Argo CD keeps ten deployments. */
const AT_MOST = 9;

const CHANGES = [
  'Answer sooner when nothing has changed',
  'Say which field is wrong',
  'Retry once where the connection was lost',
  'Read the limit from the configuration',
  'Keep less in memory',
  'Log the request id',
  'Update dependencies',
  'Close connections before the process ends',
];

/** One deployment of the past to production, with what it brought. */
export interface PastDelivery {
  /** e.g. `1.41.0`. */
  version: string;
  /** Commits of the code, oldest first. */
  changes: { message: string; at: Date }[];
  /** When the commit was made that lets production run it. */
  promotedAt: Date;
  deployedAt: Date;
}

/** When an application that runs now was deployed last: between one hour and 20 days ago, by its name. */
export function deployedAt(application: string, now: Date): Date {
  const ago = HOUR_MS + 5 * MINUTE_MS + shareOf(application) * 20 * DAY_MS;
  return new Date(now.getTime() - ago);
}

/** What brought a component's production to where it is, oldest first. The same for every service of the sandbox. */
export function pastDeliveries(
  { name, version }: Component,
  now: Date,
): PastDelivery[] {
  const deliveries: PastDelivery[] = [];
  let at = lastDeployment(name, now).getTime();
  let current: string | undefined = version;
  const count = 3 + Math.floor(shareOf(`${name} deliveries`) * (AT_MOST - 2));
  const costly = costlyDeployment(name, now);
  while (current && deliveries.length < count) {
    const delivery = deliveryOf(name, current, at);
    if (at === costly) delivery.changes.at(-1)!.message = RETENTION.message;
    deliveries.unshift(delivery);
    // Each begins after the one before is done, however long its changes waited.
    const next: number =
      at - DAY_MS * (1.5 + 8 * shareOf(`${name} ${current} pause`));
    const within = next < costly && costly < at - 1.5 * DAY_MS;
    at = within ? costly : next;
    current = before(current);
  }
  return deliveries;
}

/** When the deployment was made that the bill tells of as something that runs away; never for most. */
function costlyDeployment(name: string, now: Date): number {
  if (name !== RETENTION.component) return Infinity;
  const months = [0, 1].map(ago =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - ago, 1))
      .toISOString()
      .slice(0, 7),
  );
  const [latest = Infinity] = months
    .flatMap(month => retentionDay(month) ?? [])
    .map(day => Date.parse(`${day}T08:31:00Z`))
    .filter(at => at < now.getTime());
  return latest;
}

/** Three minutes before an incident of the story that a deployment brought, else as ever. */
function lastDeployment(name: string, now: Date): Date {
  const brought = STORY.find(
    ({ component, kind, minutes }) =>
      component === name && kind === 'latency' && minutes === undefined,
  );
  return brought
    ? new Date(now.getTime() - (brought.minutesAgo + 3) * MINUTE_MS)
    : deployedAt(`${name}-production`, now);
}

function deliveryOf(name: string, version: string, at: number): PastDelivery {
  const share = (what: string) => shareOf(`${name} ${version} ${what}`);
  const promoted = at - (1 + 3 * share('sync')) * MINUTE_MS;
  const count = 1 + Math.floor(3 * share('changes'));
  const changes = Array.from({ length: count }, (_, index) => {
    const waits = share(`wait ${index}`);
    const ms =
      waits > 0.88
        ? (2 + 26 * share(`long ${index}`)) * HOUR_MS
        : (8 + 38 * waits) * MINUTE_MS;
    const text = Math.floor(CHANGES.length * share(`message ${index}`));
    return { message: CHANGES[text], at: new Date(promoted - ms) };
  });
  changes.sort((a, b) => a.at.getTime() - b.at.getTime());
  return {
    version,
    changes,
    promotedAt: new Date(promoted),
    deployedAt: new Date(at),
  };
}

/** The version before; undefined before the first. */
function before(version: string): string | undefined {
  const [major, minor, patch] = version.split('.').map(Number);
  if (patch > 0) return `${major}.${minor}.${patch - 1}`;
  return minor > 0 ? `${major}.${minor - 1}.0` : undefined;
}

/** From 0 to 1, always the same for the same text. */
function shareOf(text: string): number {
  return createHash('sha1').update(text).digest().readUInt16BE() / 65536;
}
