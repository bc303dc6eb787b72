import type { CostCondition } from '@portico/plugin-cost-common';
import type { CostRow } from '../CostRow';
import { matchesCondition } from './matchesCondition';
import type { CostSubject } from './Subject';

/** Whose a row is, by what entities say of themselves. */
export type Claim =
  | { subject: CostSubject }
  | { claimedBy: string[] }
  | { unknown: string }
  | undefined;

interface Alternative {
  subject: CostSubject;
  conditions: CostCondition[];
}

/**
 * Finds the entity that a row belongs to. Selectors that ask for more conditions win over those that ask for fewer;
 * where two of the same weight match, the row is claimed twice and nobody's.
 */
export class SelectorIndex {
  readonly #tagKeys: readonly string[];
  readonly #byName = new Map<string, CostSubject[]>();
  /** By the exact tag of one of their conditions, so that not all are tried on each row. */
  readonly #byTag = new Map<string, Alternative[]>();
  readonly #others: Alternative[] = [];

  /** @param tagKeys tags that name an entity where it says nothing else, e.g. `['service']` */
  constructor(subjects: readonly CostSubject[], tagKeys: readonly string[]) {
    this.#tagKeys = tagKeys;
    for (const subject of subjects) {
      if (!subject.selector) {
        const { name } = subject;
        this.#byName.set(name, [...(this.#byName.get(name) ?? []), subject]);
        continue;
      }
      for (const conditions of subject.selector.anyOf) {
        this.#add({ subject, conditions });
      }
    }
  }

  claim(row: CostRow): Claim {
    const matching = this.#candidates(row).filter(({ conditions }) =>
      conditions.every(condition => matchesCondition(row, condition)),
    );
    const most = Math.max(...matching.map(it => it.conditions.length));
    const best = new Set(
      matching
        .filter(({ conditions }) => conditions.length === most)
        .map(({ subject }) => subject),
    );
    const tag = this.#tagOf(row);
    if (best.size === 0 || most === 1) {
      // A tag that names an entity weighs as much as a selector with one condition.
      for (const named of (tag && this.#byName.get(tag.value)) || []) {
        best.add(named);
      }
    }
    const claimants = preferComponents([...best]);
    if (claimants.length === 1) return { subject: claimants[0] };
    if (claimants.length > 1) {
      return { claimedBy: claimants.map(it => it.entityRef).sort() };
    }
    return tag && { unknown: `${tag.key}=${tag.value}` };
  }

  #tagOf(row: CostRow): { key: string; value: string } | undefined {
    for (const key of this.#tagKeys) {
      const value = row.tags[key];
      if (value) return { key, value };
    }
    return undefined;
  }

  #candidates(row: CostRow): Alternative[] {
    const found = [...this.#others];
    for (const [key, value] of Object.entries(row.tags)) {
      found.push(...(this.#byTag.get(`${key}=${value}`) ?? []));
    }
    return found;
  }

  #add(alternative: Alternative): void {
    const exact = alternative.conditions.find(
      ({ on, value }) => on === 'tag' && !value.includes('*'),
    );
    if (!exact) {
      this.#others.push(alternative);
      return;
    }
    const tag = `${exact.key}=${exact.value}`;
    this.#byTag.set(tag, [...(this.#byTag.get(tag) ?? []), alternative]);
  }
}

/** A component and a resource may share a name; the tag then means the component. */
function preferComponents(claimants: CostSubject[]): CostSubject[] {
  const components = claimants.filter(({ entityRef }) =>
    entityRef.startsWith('component:'),
  );
  return components.length ? components : claimants;
}
