import type { HealthSignal } from '@portico/plugin-health-common';
import type { HealthCollection, HealthGap } from '@portico/plugin-health-node';
import { sameJson } from '../store/sameJson';
import type { ProviderEntry, ProviderRun, StoredSignal } from '../store/types';

/** `2026-11-20T14:02:31.417Z` */
const ISO_LENGTH = 24;

/** Entries that differ from what is stored; without signals where there is nothing left to say. */
export type ChangedEntries = Map<string, ProviderEntry>;

/**
 * Joins what a provider says now with what it said before: how long states last, and of what it could not learn
 * the last word.
 *
 * @param options.asked entities that it was asked about
 * @param options.previous by entity reference
 * @param options.run of before this collection
 */
export function mergeCollection(options: {
  asked: string[];
  collection: HealthCollection;
  previous: Map<string, ProviderEntry>;
  run: ProviderRun | undefined;
  now: Date;
}): ChangedEntries {
  const { asked, collection, previous, run, now } = options;
  const changed: ChangedEntries = new Map();
  const gapsOf = gapFinder(collection.gaps);
  for (const entityRef of asked) {
    const before = previous.get(entityRef);
    const gaps = gapsOf(entityRef);
    const entry: ProviderEntry = {
      signals: [
        ...mergeSignals(collection.signals.get(entityRef) ?? [], before, now),
      ],
    };
    if (before && gaps.length) {
      entry.signals.push(...keptSignals(before, entry, gaps, run, now));
    }
    const deploy =
      collection.deploys?.get(entityRef) ??
      (gaps.length ? before?.deploy : undefined);
    const onCall =
      collection.onCall?.get(entityRef) ??
      (gaps.length ? before?.onCall : undefined);
    if (deploy) entry.deploy = deploy;
    if (onCall) entry.onCall = onCall;
    if (differs(before, entry)) changed.set(entityRef, entry);
  }
  return changed;
}

function mergeSignals(
  signals: HealthSignal[],
  before: ProviderEntry | undefined,
  now: Date,
): StoredSignal[] {
  const known = new Map(before?.signals.map(signal => [signal.id, signal]));
  return signals.map(unchecked => {
    const signal = readable(unchecked);
    const last = known.get(signal.id);
    const same = last?.state === signal.state ? last : undefined;
    return {
      ...signal,
      since: notAfter(signal.since ?? same?.since, now),
      observedAt: notAfter(signal.observedAt, now),
      seen: same ? 2 : 1,
    };
  });
}

/** A number that is none is not shown as one. */
function readable(signal: HealthSignal): HealthSignal {
  if (!signal.value || Number.isFinite(signal.value.value)) return signal;
  const { value: _value, excess: _excess, ...rest } = signal;
  return { ...rest, state: 'unknown', text: signal.text ?? 'no number' };
}

/** Clocks of others may be ahead. */
function notAfter(time: string | undefined, now: Date): string {
  const at = time === undefined ? NaN : Date.parse(time);
  // Thousands of times each minute: what is written as we write it stays.
  if (time?.length === ISO_LENGTH && at <= now.getTime()) return time;
  return new Date(
    Number.isNaN(at) ? now : Math.min(at, now.getTime()),
  ).toISOString();
}

/** What was known of the parts that did not answer. */
function keptSignals(
  before: ProviderEntry,
  entry: ProviderEntry,
  gaps: HealthGap[],
  run: ProviderRun | undefined,
  now: Date,
): StoredSignal[] {
  const told = new Set(entry.signals.map(({ id }) => id));
  const concerned = (signal: StoredSignal) =>
    gaps.some(
      ({ instance }) =>
        !instance || !signal.instance || instance === signal.instance,
    );
  return before.signals
    .filter(signal => !told.has(signal.id) && concerned(signal))
    .map(signal => ({
      ...signal,
      keptAt: signal.keptAt ?? run?.answeredAt ?? now.toISOString(),
    }));
}

function gapFinder(gaps: HealthGap[]): (entityRef: string) => HealthGap[] {
  const sets = gaps.map(gap => ({
    gap,
    refs: gap.entityRefs && new Set(gap.entityRefs),
  }));
  return entityRef =>
    sets
      .filter(({ refs }) => !refs || refs.has(entityRef))
      .map(({ gap }) => gap);
}

/** That something was seen once more is no news. */
function differs(
  before: ProviderEntry | undefined,
  after: ProviderEntry,
): boolean {
  if (!before) {
    return Boolean(after.signals.length || after.deploy || after.onCall);
  }
  return !sameJson(before, after, 'observedAt');
}
