import type { Account, Component, World } from '../../world';
import type { Priced } from '../Charge';

const REGION = 'us-east-1';

/** How big an environment is against production. */
export const SIZES = { production: 1, staging: 0.25, dev: 0.15 } as const;
export type Environment = keyof typeof SIZES;

/** The account of an environment. */
export function accountOf(world: World, environment: Environment): Account {
  return world.accounts.find(one => one.environment === environment)!;
}

/** A charge of AWS in an account. */
export function awsUsage(
  account: Account,
  part: Pick<
    Priced,
    'serviceCategory' | 'serviceName' | 'usageType' | 'description' | 'usd'
  > &
    Partial<Priced>,
): Priced {
  return {
    providerName: 'AWS',
    accountId: account.id,
    accountName: account.name,
    regionId: REGION,
    chargeCategory: 'Usage',
    tags: {},
    elastic: 0.3,
    ...part,
  };
}

/** The tags that the golden path sets on all it makes. */
export function tagsOf(
  { name, owner }: Component,
  environment: Environment,
): Record<string, string> {
  return { service: name, team: owner, environment, 'managed-by': 'terraform' };
}

/** E.g. `arn:aws:rds:us-east-1:777788889999:db:orders-db`. */
export function arn(account: Account, service: string, rest: string): string {
  const global = service === 's3';
  return `arn:aws:${service}:${global ? '' : REGION}:${
    global ? '' : account.id
  }:${rest}`;
}
