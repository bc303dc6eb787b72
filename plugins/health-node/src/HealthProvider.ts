import type { Entity } from '@backstage/catalog-model';
import type {
  Deploy,
  HealthSignal,
  OnCall,
} from '@portico/plugin-health-common';

/** An entity whose health is asked for. */
export interface HealthSubject {
  /** e.g. `component:default/orders`. */
  entityRef: string;
  entity: Entity;
}

/** Something that a provider could not learn though it was asked. */
export interface HealthGap {
  /** For which entities; for all of those asked about if absent. */
  entityRefs?: string[];
  /** Instance, cluster or account that did not answer. */
  instance?: string;
  /** What was tried, on what, what came back, what to do. No secrets: it is shown to people. */
  message: string;
}

/** What one collection of one provider brought. */
export interface HealthCollection {
  /** By entity reference. An entity without an entry, and without a gap, has nothing of this provider, e.g. no such alerts. */
  signals: Map<string, HealthSignal[]>;
  gaps: HealthGap[];
  /** Newest deploy to production, by entity reference. */
  deploys?: Map<string, Deploy>;
  onCall?: Map<string, OnCall[]>;
  /** Requests sent upstream. */
  requests: number;
}

/**
 * One kind of source of health. It answers for many entities in one call, with few requests upstream however
 * many entities there are, and says what it could not learn. It throws only where it learned nothing at all.
 */
export interface HealthProvider {
  /** e.g. `prometheus`; also the start of its signals' ids. */
  readonly id: string;
  /** e.g. `Prometheus`. */
  readonly title: string;
  /** Instances that it asks, so that a verdict can say on which it rests; e.g. `mini-org`. */
  readonly instances: readonly string[];
  /** How often it wants to be asked; 60 s if absent. */
  readonly intervalSeconds?: number;
  /** How long one collection may take; 30 s if absent. */
  readonly timeoutSeconds?: number;
  /** Whether the entity links anything that this provider can look up. */
  appliesTo(subject: HealthSubject): boolean;
  collect(
    subjects: HealthSubject[],
    options: { signal: AbortSignal; now: Date },
  ): Promise<HealthCollection>;
}
