import type { CostSubject } from '@portico/plugin-cost-node';
import type { CostEntity } from './CostEntity';

/** Kinds that a tag of their name names; others pay only for what their selector claims, or a rule gives them. */
const NAMED = ['component', 'resource'];

/** The catalog as of one moment. */
export class CostCatalog {
  /** By reference. */
  readonly byRef: ReadonlyMap<string, CostEntity>;
  /** Those whom a row of the bill may name. */
  readonly subjects: readonly CostSubject[];
  readonly #parts = new Map<string, CostEntity[]>();

  constructor(entities: readonly CostEntity[]) {
    const sorted = [...entities].sort((a, b) => (a.ref < b.ref ? -1 : 1));
    this.byRef = new Map(sorted.map(it => [it.ref, it]));
    this.subjects = sorted
      .filter(({ kind, selector }) => selector || NAMED.includes(kind))
      .map(({ ref, name, selector, dependents }) => ({
        entityRef: ref,
        name,
        selector,
        dependents,
      }));
    for (const entity of sorted) {
      for (const whole of wholesOf(entity)) {
        this.#parts.set(whole, [...(this.#parts.get(whole) ?? []), entity]);
      }
    }
  }

  /** All components, by reference. */
  components(): string[] {
    return [...this.byRef.values()]
      .filter(({ kind }) => kind === 'component')
      .map(({ ref }) => ref);
  }

  /** The system that an entity belongs to, also by way of the component that it is a part of. */
  systemOf(ref: string): string | undefined {
    return this.#upwards(ref, ({ kind, system }) =>
      kind === 'system' ? ref : system,
    );
  }

  /** The domain that an entity, or its system, belongs to. */
  domainOf(ref: string): string | undefined {
    const own = this.byRef.get(ref);
    if (own?.kind === 'domain') return ref;
    const system = this.systemOf(ref);
    return own?.domain ?? (system && this.byRef.get(system)?.domain);
  }

  /**
   * Whose costs an entity's page adds up, itself first: sub-components of a component, all of a system, the systems of
   * a domain, what a group and its child groups own.
   */
  covers(ref: string): string[] {
    const found = new Set<string>();
    const add = (one: string, deep: boolean) => {
      if (found.has(one)) return;
      found.add(one);
      if (!deep) return;
      for (const part of this.#parts.get(one) ?? []) {
        // What a group owns is its own; what belongs to an owned system may be somebody else's.
        const owned = part.owner === one && part.parent !== one;
        add(part.ref, !owned);
      }
    };
    add(ref, true);
    return [...found];
  }

  #upwards<T>(
    ref: string,
    find: (entity: CostEntity) => T | undefined,
  ): T | undefined {
    const seen = new Set<string>();
    let entity = this.byRef.get(ref);
    while (entity && !seen.has(entity.ref)) {
      const value = find(entity);
      if (value !== undefined) return value;
      seen.add(entity.ref);
      entity = entity.parent ? this.byRef.get(entity.parent) : undefined;
    }
    return undefined;
  }
}

function wholesOf(entity: CostEntity): Set<string> {
  const { parent, system, domain, owner } = entity;
  return new Set(
    [parent, system, domain, owner].filter(it => it !== undefined),
  );
}
