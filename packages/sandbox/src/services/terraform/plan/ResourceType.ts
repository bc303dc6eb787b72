import type { Known } from '../hcl/Value';

export type Attributes = Record<string, Known>;

/** What the sandbox knows of a type of resources. */
export interface ResourceType {
  /** Attributes whose change makes a new resource. */
  forceNew?: string[];
  /** What the provider adds; `hex(n)` gives digits that stay the same for the same address. */
  computed?: (
    a: Attributes,
    hex: (length: number, salt?: string) => string,
  ) => Attributes;
  /** Computed attributes that follow the configuration when a resource is updated in place. */
  recomputed?: string[];
  /** Attributes that are secret. */
  sensitive?: string[];
  /** The provider's complaint about values that it does not take. */
  refuse?: (a: Attributes) => string | undefined;
}

/** A UUID from generated digits. */
export function uuid(hex: (length: number) => string): string {
  return hex(32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
