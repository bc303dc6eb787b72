import type { CostMetric, Nanos } from '@portico/plugin-cost-common';
import type { CostRow } from '../CostRow';
import type { AttributionLine, UnattributedCause } from './Line';
import { matchesCondition } from './matchesCondition';
import type { AttributionRule, Split } from './Rule';
import { SelectorIndex } from './SelectorIndex';
import type { CostSubject } from './Subject';

/** What a cluster's workloads asked for on a day: weights by entity, and what nobody asked for as `idle`. */
export interface ClusterAllocation {
  cluster: string;
  day: string;
  weights: ReadonlyMap<string, bigint>;
  idle: bigint;
  /** What workloads asked for that are nobody's, by cause. */
  nobody?: readonly {
    weight: bigint;
    cause: UnattributedCause;
    found?: string;
  }[];
}

/** One who shares: an entity, or nobody for a cause. */
export type Share = { weight: bigint } & (
  | { entityRef: string }
  | { cause: UnattributedCause; found?: string }
);

export interface AttributionInput {
  rows: readonly CostRow[];
  subjects: readonly CostSubject[];
  rules: readonly AttributionRule[];
  allocations?: readonly ClusterAllocation[];
  /** Tags that name an entity where it says nothing else, e.g. `['service']`. */
  tagKeys: readonly string[];
}

/** Who pays, or why nobody does. */
export type Target = AttributionLine extends infer Line
  ? Line extends AttributionLine
    ? Omit<Line, 'row' | `${CostMetric}Cost`>
    : never
  : never;

/** Decides on one row at a time; what is split is split once all others are known. */
export class Attribution {
  readonly #input: AttributionInput;
  readonly #index: SelectorIndex;
  readonly #byRef: Map<string, CostSubject>;
  readonly #byName: Map<string, CostSubject>;
  readonly #allocations: Map<string, ClusterAllocation>;

  constructor(input: AttributionInput) {
    const { subjects, tagKeys, allocations = [] } = input;
    this.#input = input;
    this.#index = new SelectorIndex(subjects, tagKeys);
    this.#byRef = new Map(subjects.map(it => [it.entityRef, it]));
    this.#byName = new Map(
      [...subjects].reverse().map(it => [it.name, it] as const),
    );
    this.#allocations = new Map(
      allocations.map(it => [`${it.cluster} ${it.day}`, it]),
    );
  }

  decide(row: CostRow): Target | { rule: AttributionRule; split: Split } {
    const claim = this.#index.claim(row);
    if (claim && 'subject' in claim) {
      return this.#payer(claim.subject, { kind: 'selector' });
    }
    if (claim && 'claimedBy' in claim) {
      return { cause: 'claimed-twice', found: claim.claimedBy.join(', ') };
    }
    const rule = this.#input.rules.find(({ when }) =>
      when.every(condition => matchesCondition(row, condition)),
    );
    if (rule) return this.#byRule(row, rule);
    if (claim) return { cause: 'unknown-name', found: claim.unknown };
    // A provider whose rows carry no tags at all can only be told by a rule.
    const tagged = Object.keys(row.tags).length > 0 || row.resourceId;
    return { cause: tagged ? 'no-tag' : 'no-rule' };
  }

  /** Weights of those who share. */
  shares(split: Split, day: string, own: ReadonlyMap<string, Nanos>): Share[] {
    switch (split.by) {
      case 'even':
        return split.among.map(entityRef => ({ entityRef, weight: 1n }));
      case 'cost':
        return split.among.map(entityRef => {
          const cost = own.get(`${day} ${entityRef}`) ?? 0n;
          return { entityRef, weight: cost > 0n ? cost : 0n };
        });
      case 'share':
        return Object.entries(split.shares).map(([entityRef, share]) => ({
          entityRef,
          weight: BigInt(Math.round(share * 1e6)),
        }));
      case 'allocation': {
        const found = this.#allocations.get(`${split.cluster} ${day}`);
        if (!found) return [];
        return [
          ...[...found.weights].map(([entityRef, weight]) => ({
            entityRef,
            weight,
          })),
          ...(found.nobody ?? []),
          { cause: 'idle' as const, weight: found.idle },
        ];
      }
      default:
        throw new TypeError(`Unknown split ${JSON.stringify(split)}.`);
    }
  }

  #byRule(
    row: CostRow,
    rule: AttributionRule,
  ): Target | { rule: AttributionRule; split: Split } {
    const { name, entityRef, tag, split } = rule;
    if (split) return { rule, split };
    if (entityRef) return { entityRef, basis: { kind: 'rule', rule: name } };
    const value = tag && row.tags[tag];
    if (tag && !value) return { cause: 'no-tag', rule: name };
    if (!value) return { cause: 'no-split', rule: name };
    const named = this.#byName.get(value);
    if (named) return this.#payer(named, { kind: 'rule', rule: name });
    return { cause: 'unknown-name', found: `${tag}=${value}`, rule: name };
  }

  /** What a resource costs is of the one component that depends on it; else it is the resource's own. */
  #payer(
    subject: CostSubject,
    basis: { kind: 'selector' } | { kind: 'rule'; rule: string },
  ): Target {
    const [dependent, ...others] = subject.dependents.filter(ref =>
      this.#byRef.has(ref),
    );
    if (dependent === undefined || others.length > 0) {
      return { entityRef: subject.entityRef, basis };
    }
    return {
      entityRef: dependent,
      basis: { kind: 'relation', resource: subject.entityRef },
    };
  }
}
