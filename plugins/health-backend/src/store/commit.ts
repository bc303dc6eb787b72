import type { Knex } from 'knex';
import { bareEntry, evidenceOf, type EntryRow } from './entryRows';
import type { NewEvent, NewPeriod, ProviderRun, StoredVerdict } from './types';

/** Rows of one statement: SQLite joins no more than 500 with `union all`. */
const BATCH = 200;

/** All that one look changes. It is written as a whole or not at all. */
export interface Commit {
  /** What the writer had read. */
  revision: number;
  /** ISO 8601; of the collection. */
  asOf: string;
  run?: ProviderRun;
  entries: EntryRow[];
  /** Those of them whose evidence is another than before. */
  evidence: EntryRow[];
  verdicts: StoredVerdict[];
  /** Entities that are gone. */
  removed: string[];
  periods: NewPeriod[];
  hole?: { from: string; until: string };
  events: NewEvent[];
}

/** @returns false if somebody else wrote since `revision` was read; then nothing is written */
export async function commit(
  trx: Knex.Transaction,
  changes: Commit,
): Promise<boolean> {
  const revision = changes.revision + 1;
  const taken = await trx('health_state')
    .where({ id: 1, revision: changes.revision })
    .update({
      revision,
      as_of: changes.asOf,
      ...(changes.removed.length && { removed_revision: revision }),
    });
  if (!taken) return false;

  if (changes.run) {
    const { provider } = changes.run;
    await upsert(
      trx,
      'health_runs',
      ['provider'],
      [{ provider, run: JSON.stringify(changes.run) }],
    );
  }
  await upsert(
    trx,
    'health_signals',
    ['provider', 'entity_ref'],
    changes.entries.map(({ provider, entityRef, entry }) => ({
      provider,
      entity_ref: entityRef,
      entry: JSON.stringify(bareEntry(entry)),
      revision,
    })),
  );
  await upsert(
    trx,
    'health_evidence',
    ['provider', 'entity_ref'],
    changes.evidence.map(({ provider, entityRef, entry }) => ({
      provider,
      entity_ref: entityRef,
      evidence: JSON.stringify(evidenceOf(entry)),
    })),
  );
  await upsert(
    trx,
    'health_verdicts',
    ['entity_ref'],
    changes.verdicts.map(({ summary, recent, memory }) => ({
      entity_ref: summary.entityRef,
      summary: JSON.stringify(summary),
      recent: recent ? JSON.stringify(recent) : null,
      memory: JSON.stringify(memory),
      revision,
    })),
  );
  await writePeriods(trx, changes.periods);
  if (changes.hole) {
    const { from, until } = changes.hole;
    await trx('health_holes').insert({ from_at: from, until_at: until });
  }
  await insert(
    trx,
    'health_events',
    changes.events.map(({ entityRef, provider, at, event }) => ({
      entity_ref: entityRef ?? null,
      provider: provider ?? null,
      at,
      event: JSON.stringify(event),
    })),
  );
  for (const refs of batches(changes.removed)) {
    for (const table of [
      'health_signals',
      'health_evidence',
      'health_verdicts',
    ]) {
      await trx(table).whereIn('entity_ref', refs).delete();
    }
    await trx('health_periods')
      .whereIn('entity_ref', refs)
      .whereNull('until_at')
      .update({ until_at: changes.asOf });
  }
  return true;
}

async function writePeriods(
  trx: Knex.Transaction,
  periods: NewPeriod[],
): Promise<void> {
  const ends = new Map<string, string[]>();
  for (const { from, entityRef, follows } of periods) {
    if (follows) ends.set(from, [...(ends.get(from) ?? []), entityRef]);
  }
  for (const [until, refs] of ends) {
    for (const batch of batches(refs)) {
      await trx('health_periods')
        .whereIn('entity_ref', batch)
        .whereNull('until_at')
        .update({ until_at: until });
    }
  }
  await insert(
    trx,
    'health_periods',
    periods.map(({ entityRef, from, state, headline }) => ({
      entity_ref: entityRef,
      state,
      headline,
      from_at: from,
    })),
  );
}

async function upsert(
  trx: Knex.Transaction,
  table: string,
  key: string[],
  rows: Record<string, unknown>[],
): Promise<void> {
  for (const batch of batches(rows)) {
    await trx(table).insert(batch).onConflict(key).merge();
  }
}

async function insert(
  trx: Knex.Transaction,
  table: string,
  rows: Record<string, unknown>[],
): Promise<void> {
  for (const batch of batches(rows)) await trx(table).insert(batch);
}

function batches<T>(items: T[]): T[][] {
  const count = Math.ceil(items.length / BATCH);
  return Array.from({ length: count }, (_, index) =>
    items.slice(index * BATCH, (index + 1) * BATCH),
  );
}
