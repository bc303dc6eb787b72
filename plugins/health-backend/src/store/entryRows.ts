import type { Evidence } from '@portico/plugin-health-common';
import type { ProviderEntry } from './types';

/** Where to check what signals say, by their ids. */
type EvidenceById = Record<string, Evidence>;

export interface EntryRow {
  provider: string;
  entityRef: string;
  entry: ProviderEntry;
}

/** An entry without the evidence of its signals, as it is written with each change. */
export function bareEntry({ signals, ...rest }: ProviderEntry): ProviderEntry {
  return {
    ...rest,
    signals: signals.map(({ evidence: _evidence, ...signal }) => signal),
  };
}

/** The evidence of an entry's signals. */
export function evidenceOf({ signals }: ProviderEntry): EvidenceById {
  return Object.fromEntries(
    signals.flatMap(({ id, evidence }) => (evidence ? [[id, evidence]] : [])),
  );
}

/** An entry from its two rows. */
export function toEntryRow(row: {
  provider: string;
  entity_ref: string;
  entry: string;
  evidence: string | null;
}): EntryRow {
  const { provider, entity_ref: entityRef } = row;
  const { signals, ...rest } = JSON.parse(row.entry) as ProviderEntry;
  const evidence: EvidenceById = JSON.parse(row.evidence ?? '{}');
  return {
    provider,
    entityRef,
    entry: {
      ...rest,
      signals: signals.map(signal => ({
        ...signal,
        ...(evidence[signal.id] && { evidence: evidence[signal.id] }),
      })),
    },
  };
}
