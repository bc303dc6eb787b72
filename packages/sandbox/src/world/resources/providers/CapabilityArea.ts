import type { Resource } from '../../types';

/** name, title, what it gives us, the vendor's page. */
export type ProviderRow = [
  name: string,
  title: string,
  description: string,
  url: string,
];

/** An area of the Technology Capability Model: who looks after it, and its providers by how far we use them. */
export type CapabilityArea = {
  /** Value of the label `portico/capability-area`. */
  name: string;
  owner: string;
} & Partial<Record<NonNullable<Resource['adoption']>, ProviderRow[]>>;
