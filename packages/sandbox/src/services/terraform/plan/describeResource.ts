import type { PlannedChange } from '../types';

/** What names a resource in a plan or a state. */
export type Described = Pick<
  PlannedChange,
  'address' | 'module' | 'mode' | 'type' | 'name' | 'index'
>;

/** The head of a resource in Terraform's JSON. */
export function describe(change: Described) {
  return {
    address: change.address,
    ...(change.module ? { module_address: change.module } : {}),
    mode: change.mode,
    type: change.type,
    name: change.name,
    ...(change.index === undefined ? {} : { index: change.index }),
    provider_name: providerOf(change.type),
  };
}

/** The provider that a resource type belongs to by its prefix. */
export function providerOf(type: string): string {
  const prefix = type.split('_')[0];
  return prefix === 'terraform'
    ? 'terraform.io/builtin/terraform'
    : `registry.terraform.io/hashicorp/${prefix}`;
}

/** Keys as Terraform's JSON marks them: sensitive, or unknown until the apply. */
export function marks(keys: string[]): Record<string, true> {
  return Object.fromEntries(keys.map(key => [key, true]));
}
