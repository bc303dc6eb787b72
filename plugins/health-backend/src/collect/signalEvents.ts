import type { TimelineKind } from '@portico/plugin-health-common';
import type { NewEvent, ProviderEntry, StoredSignal } from '../store/types';
import type { ChangedEntries } from './mergeCollection';

const KINDS: Partial<Record<StoredSignal['kind'], TimelineKind>> = {
  alert: 'alert',
  incident: 'incident',
};

/** Alerts and incidents that came, changed or went, for the timeline. */
export function signalEvents(
  changed: ChangedEntries,
  previous: Map<string, ProviderEntry>,
  now: Date,
): NewEvent[] {
  return [...changed].flatMap(([entityRef, entry]) => {
    const before = reported(previous.get(entityRef));
    const after = reported(entry);
    const events = [...after.values()].flatMap(signal => {
      const last = before.get(signal.id);
      if (!last)
        return [eventOf(signal, signal.text ?? 'firing', signal.since)];
      const words = changeOf(last, signal);
      return words ? [eventOf(signal, words, now.toISOString())] : [];
    });
    for (const [id, signal] of before) {
      if (!after.has(id)) {
        events.push({
          ...eventOf(signal, 'resolved', now.toISOString(), true),
        });
      }
    }
    return events.map(event => ({ ...event, entityRef }));
  });
}

function reported(entry: ProviderEntry | undefined): Map<string, StoredSignal> {
  const signals = (entry?.signals ?? []).filter(
    it => KINDS[it.kind] && it.state !== 'healthy' && it.state !== 'unknown',
  );
  return new Map(signals.map(signal => [signal.id, signal]));
}

function changeOf(
  before: StoredSignal,
  after: StoredSignal,
): string | undefined {
  if (!before.silence && after.silence) {
    return `silenced by ${after.silence.by}`;
  }
  if (before.silence && !after.silence) return 'no longer silenced';
  if (before.text !== after.text) return after.text;
  return undefined;
}

function eventOf(
  signal: StoredSignal,
  words: string,
  at: string,
  over = false,
): NewEvent {
  const environment =
    signal.environment && signal.environment !== 'production'
      ? ` (${signal.environment})`
      : '';
  return {
    provider: signal.provider,
    at,
    event: {
      kind: KINDS[signal.kind]!,
      title: `${signal.title}${environment} ${words}`,
      ...(signal.detail && { detail: signal.detail }),
      state: over ? 'healthy' : signal.state,
      ...(signal.evidence && { link: signal.evidence.url }),
    },
  };
}
