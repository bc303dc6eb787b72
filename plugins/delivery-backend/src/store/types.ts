import type { DeliverySource } from '@portico/plugin-delivery-common';

/** What counts, as the catalog has it. */
export interface ComponentFacts {
  entityRef: string;
  title: string;
  /** Entity references. */
  owner?: string;
  system?: string;
  /** What it was made from. */
  template?: { name: string; version: string; newest?: string };
}

/**
 * `rollback`: to a revision that ran before; `repeat`: of the revision that ran already. Neither brings
 * a change.
 */
export type DeploymentKind = 'deploy' | 'rollback' | 'repeat';

/** `none`: there is nothing to compare with, or no change in it. */
export type CommitsState = 'none' | 'pending' | 'known' | 'unknown';

/** What Argo CD brought where. */
export interface NewDeployment {
  entityRef: string;
  /** Instance and name of the application. */
  application: string;
  revision: string;
  /** ISO 8601. */
  deployedAt: string;
  kind: DeploymentKind;
  previousRevision?: string;
  repositoryUrl: string;
  /** Page of the application. */
  url: string;
  commits: CommitsState;
  /** Why they are unknown. */
  commitsReason?: string;
}

export interface Deployment extends NewDeployment {
  id: number;
  tries: number;
}

/** A commit that a deployment brought to production. */
export interface NewChange {
  sha: string;
  /** ISO 8601: committer's date. */
  committedAt: string;
  /** First line. */
  message: string;
  url?: string;
}

export interface Change extends NewChange {
  entityRef: string;
  deploymentId: number;
}

/** What health said of an entity from when to when. */
export interface Period {
  entityRef: string;
  /** ISO 8601. */
  from: string;
  until?: string;
  state: string;
  headline: string;
}

/** A flow that was completed, or is about to be. */
export interface Flow {
  taskId: string;
  kind: 'create' | 'onboarding';
  entityRef?: string;
  /** ISO 8601: when it was asked for. */
  begunAt: string;
  doneAt?: string;
}

/** How a source answered last. */
export interface Standing {
  /** ISO 8601: last success. */
  answeredAt?: string;
  /** It said nothing at all. */
  silent: boolean;
  /** Why not all came. */
  message?: string;
}

/** Newest say of all sources. */
export type Standings = Partial<Record<DeliverySource['id'], Standing>>;
