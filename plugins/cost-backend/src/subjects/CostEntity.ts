import {
  parseEntityRef,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import {
  COST_BUDGET,
  COST_SELECTOR,
  parseBudget,
  parseCostSelector,
  type Budget,
  type CostSelector,
} from '@portico/plugin-cost-common';

/** An entity of the catalog, as far as costs are concerned. References are full and in lower case. */
export interface CostEntity {
  ref: string;
  /** Lower case, e.g. `component`. */
  kind: string;
  namespace: string;
  name: string;
  title: string;
  type?: string;
  lifecycle?: string;
  /** Group or user. */
  owner?: string;
  system?: string;
  /** Its own, not its system's; `CostCatalog.domainOf` knows both. */
  domain?: string;
  /** Component that it is a sub-component of; the parent of a group, system's or domain's larger domain. */
  parent?: string;
  /** Of a resource: components that depend on it. */
  dependents: string[];
  annotations: Readonly<Record<string, string>>;
  /** From `portico/cost-selector`. */
  selector?: CostSelector;
  /** From `portico/cost-budget`. */
  budget?: Budget;
  /** What is wrong with these, in words. */
  problems: string[];
}

/** What an entity says of itself, and what the catalog's relations say of it. */
export function costEntityOf(entity: Entity): CostEntity {
  const { metadata, spec } = entity;
  const annotations = metadata.annotations ?? {};
  const related = (type: string, kind?: string) =>
    (entity.relations ?? [])
      .filter(it => it.type === type)
      .map(({ targetRef }) => targetRef)
      .filter(ref => !kind || parseEntityRef(ref).kind === kind);
  const written = annotations[COST_SELECTOR];
  const selector =
    written === undefined ? undefined : parseCostSelector(written);
  const budget =
    annotations[COST_BUDGET] === undefined
      ? undefined
      : parseBudget(annotations[COST_BUDGET]);
  const kind = entity.kind.toLowerCase();
  return {
    ref: stringifyEntityRef(entity),
    kind,
    namespace: metadata.namespace ?? 'default',
    name: metadata.name,
    title: metadata.title ?? metadata.name,
    type: textOf(spec?.type),
    lifecycle: textOf(spec?.lifecycle),
    owner: related('ownedBy')[0],
    system: related('partOf', 'system')[0],
    domain: related('partOf', 'domain')[0],
    parent: related('partOf', 'component')[0] ?? related('childOf', 'group')[0],
    dependents:
      kind === 'resource' ? related('dependencyOf', 'component').sort() : [],
    annotations,
    // One that says nothing that can be read claims nothing, not even its name.
    selector,
    budget: budget && 'amount' in budget ? budget : undefined,
    problems: [
      ...(selector?.problems ?? []),
      ...(budget && 'problem' in budget ? [budget.problem] : []),
    ],
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
