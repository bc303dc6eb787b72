import type { Nanos } from '@portico/plugin-cost-common';

/** Why a cost is nobody's. */
export type UnattributedCause =
  /** None of the tags that could name a service is set. */
  | 'no-tag'
  /** A tag is set, and names nothing in the catalog. */
  | 'unknown-name'
  /** Several entities say that it is theirs. */
  | 'claimed-twice'
  /** A rule calls it shared and says not how to split it, or there is nobody to split it over. */
  | 'no-split'
  /** What a cluster keeps in reserve. */
  | 'idle'
  /** Neither tags nor a rule speak of this provider at all. */
  | 'no-rule';

/** Why a cost is somebody's. */
export type AttributionBasis =
  | { kind: 'selector' }
  | { kind: 'rule'; rule: string }
  /** By way of a resource that it depends on. */
  | { kind: 'relation'; resource: string }
  /** A part of what several share. */
  | {
      kind: 'shared';
      rule: string;
      by: 'even' | 'cost' | 'share' | 'allocation';
    };

/** A part of one row, with the one who pays it. The parts of a row add up to it, to the nano, in each of its costs. */
export type AttributionLine = {
  /** Place of the row among those that were given. */
  row: number;
  billedCost: Nanos;
  effectiveCost: Nanos;
  listCost?: Nanos;
  contractedCost?: Nanos;
} & (
  | { entityRef: string; basis: AttributionBasis }
  | {
      cause: UnattributedCause;
      /** What was found where a name should be, e.g. `service=lake-raw`. */
      found?: string;
      /** The rule that matched, if one did. */
      rule?: string;
    }
);
