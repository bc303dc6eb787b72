import type { JsonObject, JsonValue } from '@backstage/types';
import type { LedgerThing } from '@portico/plugin-flows-node';

/** Ids of the removers of this module. */
export const WORKSPACE = 'terraform:workspace';
export const RUN = 'terraform:run';
export const STATE = 'terraform:state';

/** Where a workspace of HCP Terraform is. */
export type WorkspaceRemoval = {
  /** Name under `terraform.hcp`. */
  instance: string;
  workspace: string;
};

/** What it takes to destroy what a configuration has made on the portal's own server. */
export type StateRemoval = {
  workspace: string;
  /** The configuration as tar.gz in base64; absent if it was too big to be kept. */
  configuration?: string;
  /** Input variables and environment that are no secrets. */
  variables: { key: string; value: JsonValue; category: 'terraform' | 'env' }[];
  /** Names of those that are. */
  sensitive: { key: string; category: 'terraform' | 'env' }[];
};

export function workspaceRemoval(
  params: WorkspaceRemoval,
): LedgerThing['remover'] {
  return { id: WORKSPACE, params };
}

export function runRemoval(params: WorkspaceRemoval): LedgerThing['remover'] {
  return { id: RUN, params };
}

export function stateRemoval(params: StateRemoval): LedgerThing['remover'] {
  return { id: STATE, params: params as unknown as JsonObject };
}
