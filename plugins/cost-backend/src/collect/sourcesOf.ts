import type { Knex } from 'knex';
import type { CostRegistry } from '../registry/CostRegistry';
import { chargeDictionary, workloadDictionary } from '../store/dictionaries';
import { SubjectIds } from '../store/SubjectIds';
import type { CostSubjects } from '../subjects/CostSubjects';
import { AllocationSource } from './AllocationSource';
import { BillSource } from './BillSource';
import { ComparisonSource } from './ComparisonSource';
import type { Source } from './Source';
import { UnitSource } from './UnitSource';

/** All that modules have added, in the order of their ids: of two bills of one account the first counts. */
export function sourcesOf(options: {
  registry: CostRegistry;
  db: Knex;
  subjects: CostSubjects;
  now: () => Date;
}): Source[] {
  const { registry, db, subjects, now } = options;
  const charges = chargeDictionary(db);
  const workloads = workloadDictionary(db);
  const ids = new SubjectIds(db);
  const sources: Source[] = [
    ...[...registry.providers.values()].map(provider =>
      provider.role === 'comparison'
        ? new ComparisonSource(provider)
        : new BillSource(provider, charges),
    ),
    ...[...registry.allocations.values()].map(
      provider => new AllocationSource(provider, workloads),
    ),
    ...[...registry.units.values()].map(
      provider => new UnitSource(provider, { subjects, ids, now }),
    ),
  ];
  return sources.sort((a, b) => (a.id < b.id ? -1 : 1));
}
