import { createHash } from 'node:crypto';
import type { Known } from '../hcl/Value';
import { ACCOUNT, arn, AWS_TYPES, REGION } from './awsTypes';
import type { Attributes, ResourceType } from './ResourceType';
import { UTILITY_TYPES } from './utilityTypes';

/** Any other type gets an `id` alone. */
const TYPES: Record<string, ResourceType> = { ...AWS_TYPES, ...UTILITY_TYPES };

/** Data sources whose answers have a known shape. */
const DATA: Record<
  string,
  (a: Attributes, hex: (length: number) => string) => Attributes
> = {
  aws_caller_identity: () => ({
    id: ACCOUNT,
    account_id: ACCOUNT,
    arn: arn('iam', 'user/sandbox', ''),
    user_id: 'AIDASANDBOX',
  }),
  aws_region: () => ({
    id: REGION,
    name: REGION,
    description: 'US East (N. Virginia)',
  }),
  aws_availability_zones: () => ({
    id: REGION,
    names: ['a', 'b', 'c'].map(zone => REGION + zone),
  }),
  aws_vpc: (_, hex) => ({
    id: `vpc-${hex(17)}`,
    cidr_block: '10.0.0.0/16',
    arn: arn('ec2', `vpc/vpc-${hex(17)}`),
  }),
  aws_subnets: (_, hex) => ({
    id: REGION,
    ids: [0, 1, 2].map(n => `subnet-${n}${hex(16)}`),
  }),
};

function digits(seed: string) {
  return (length: number, salt = '') =>
    createHash('sha512')
      .update(seed + salt)
      .digest('hex')
      .slice(0, length);
}

export function forcesReplacement(type: string, attribute: string): boolean {
  return TYPES[type]?.forceNew?.includes(attribute) ?? false;
}

/** What the provider would add to a resource with these attributes. */
export function computedAttributes(
  type: string,
  attributes: Attributes,
  seed: string,
): Attributes {
  const hex = digits(seed);
  return { id: hex(20), ...TYPES[type]?.computed?.(attributes, hex) };
}

/** A value for an attribute that the sandbox knows nothing of. */
export function computedAttribute(
  name: string,
  type: string,
  seed: string,
): Known {
  const hex = digits(`${seed}.${name}`);
  return name === 'arn'
    ? arn(type.split('_')[1] ?? 'sandbox', hex(12))
    : hex(16);
}

/** Computed attributes that an update in place sets anew. */
export function recomputedAttributes(type: string): string[] {
  return TYPES[type]?.recomputed ?? [];
}

export function sensitiveAttributes(type: string): string[] {
  return TYPES[type]?.sensitive ?? [];
}

/** The simulated provider's error; `undefined` if it takes these values. */
export function refusal(
  type: string,
  attributes: Attributes,
): string | undefined {
  return TYPES[type]?.refuse?.(attributes);
}

export function dataAttributes(
  type: string,
  attributes: Attributes,
  seed: string,
): Attributes {
  const hex = digits(seed);
  return { id: hex(20), ...DATA[type]?.(attributes, hex) };
}
