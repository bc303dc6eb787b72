import type { HealthStore, StoredState } from '../store/HealthStore';
import type { ProviderEntry, ProviderRun, StoredVerdict } from '../store/types';

/** All that is stored, as the collector needs it. */
export interface Snapshot extends StoredState {
  runs: Map<string, ProviderRun>;
  /** By provider, then by entity reference. */
  entries: Map<string, Map<string, ProviderEntry>>;
  verdicts: Map<string, StoredVerdict>;
}

/** Reads what is newer than `known`, which is brought up to date. */
export async function loadSnapshot(
  store: HealthStore,
  known?: Snapshot,
): Promise<Snapshot> {
  const state = await store.state();
  if (known?.revision === state.revision) return known;
  const usable = known && known.revision >= state.removedRevision;
  const after = usable ? known.revision : -1;
  const entries = usable ? known.entries : new Map();
  const verdicts = usable ? known.verdicts : new Map();
  for (const { provider, entityRef, entry } of await store.entriesAfter(
    after,
  )) {
    putEntry(entries, provider, entityRef, entry);
  }
  for (const verdict of await store.verdictsAfter(after)) {
    verdicts.set(verdict.summary.entityRef, verdict);
  }
  return { ...state, runs: await store.runs(), entries, verdicts };
}

export function putEntry(
  entries: Snapshot['entries'],
  provider: string,
  entityRef: string,
  entry: ProviderEntry,
): void {
  const ofProvider = entries.get(provider) ?? new Map();
  ofProvider.set(entityRef, entry);
  entries.set(provider, ofProvider);
}
