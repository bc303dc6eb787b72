import type {
  Deploy,
  HealthSignal,
  HealthState,
  HealthSummary,
  OnCall,
  RecentValues,
  TimelineEvent,
} from '@portico/plugin-health-common';
import type { HealthGap } from '@portico/plugin-health-node';

/** A signal with what the collector knows of it. */
export interface StoredSignal extends HealthSignal {
  /** ISO 8601: as the provider says, otherwise when it was first seen in this state. */
  since: string;
  /** In how many collections it was seen in this state; 2 stands for more. */
  seen: number;
  /** ISO 8601: the provider could not learn it last time, and this is what it said then. */
  keptAt?: string;
}

/** What one provider said last of one entity. */
export interface ProviderEntry {
  signals: StoredSignal[];
  deploy?: Deploy;
  onCall?: OnCall[];
}

/** How a provider fares. Times are ISO 8601. */
export interface ProviderRun {
  provider: string;
  title: string;
  intervalSeconds: number;
  startedAt: string;
  /** Last success, with or without gaps. */
  answeredAt?: string;
  nextAt: string;
  /** Failures in a row. */
  failures: number;
  /** Since when it fails. */
  failingSince?: string;
  /** Of the last failure. */
  message?: string;
  /** Last success of each instance. */
  instances: Record<string, string | undefined>;
  gaps: HealthGap[];
  requests: number;
  seconds: number;
}

/** What the collector has to remember of an entity from one look to the next. */
export interface EntityMemory {
  /** State that history and notifications know; younger ones wait until they have been seen twice. */
  counted: { state: HealthState; since: string };
  /** Worst state of the incident under way that its owner was told of; absent where all is over, as they know. */
  told?: HealthState;
  /** ISO 8601: when it changed in the last half hour, by what counts. */
  changedAt?: string[];
  /** Ids of the providers that apply. */
  applies: string[];
  /** What the service contract says, for the timeline. */
  contract: Record<string, string>;
  problems: string[];
  lastDeploy?: Deploy;
  startedAfter?: Deploy & { seconds: number };
}

/** Newest verdict of an entity; `recent` and `onCall` as lists need them. */
export interface StoredVerdict {
  summary: HealthSummary;
  recent?: RecentValues;
  memory: EntityMemory;
}

/** A stretch of time that begins; whatever was open before ends with it. */
export interface NewPeriod {
  entityRef: string;
  from: string;
  state: HealthState;
  headline: string;
  /** False for the first of an entity. */
  follows: boolean;
}

/** Something for the timeline; of a source if it names no entity. */
export interface NewEvent {
  entityRef?: string;
  provider?: string;
  at: string;
  event: Omit<TimelineEvent, 'id' | 'at'>;
}
