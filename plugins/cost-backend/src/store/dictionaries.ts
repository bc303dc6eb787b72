import type { CostRow } from '@portico/plugin-cost-node';
import type { Knex } from 'knex';
import { Dictionary } from './Dictionary';
import type { Columns, Value } from './insertRows';

/** What is charged for: a row without its day and amounts. */
export type Charge = Omit<
  CostRow,
  'day' | `${'billed' | 'effective' | 'list' | 'contracted'}Cost`
> & { sourceId: string };

const CHARGE: Columns = {
  source_id: 'text',
  provider: 'text',
  billing_account: 'text',
  account_id: 'text',
  account_name: 'text',
  region: 'text',
  category: 'text',
  service: 'text',
  resource_id: 'text',
  resource_name: 'text',
  resource_type: 'text',
  charge_category: 'text',
  correction: 'bool',
  description: 'text',
  tags: 'text',
  currency: 'text',
  unit: 'text',
};

export function chargeDictionary(db: Knex): Dictionary<Charge> {
  return new Dictionary(db, 'cost_charge', CHARGE, charge => [
    charge.sourceId,
    charge.providerName,
    charge.billingAccountId,
    charge.subAccountId,
    charge.subAccountName,
    charge.regionId,
    charge.serviceCategory,
    charge.serviceName,
    charge.resourceId,
    charge.resourceName,
    charge.resourceType,
    charge.chargeCategory,
    charge.correction ?? false,
    charge.chargeDescription,
    JSON.stringify(sorted(charge.tags)),
    charge.billingCurrency,
    charge.consumedUnit,
  ]);
}

/** Who pays, and why; or why nobody does. */
export interface Party {
  subjectId: number;
  kind: 'own' | 'shared' | 'unattributed';
  basis?: string;
  rule?: string;
  via?: string;
  cause?: string;
  found?: string;
}

export function partyDictionary(db: Knex): Dictionary<Party> {
  return new Dictionary(
    db,
    'cost_party',
    {
      subject_id: 'int',
      kind: 'text',
      basis: 'text',
      rule: 'text',
      via: 'text',
      cause: 'text',
      found: 'text',
    },
    it => [
      it.subjectId,
      it.kind,
      it.basis,
      it.rule,
      it.via,
      it.cause,
      it.found,
    ],
  );
}

/** By what sums are split. */
export interface Group {
  kind: 'own' | 'shared' | 'estimated' | 'unattributed';
  cause?: string;
  provider: string;
  accountId?: string;
  accountName?: string;
  category: string;
  environment?: string;
}

export function groupDictionary(db: Knex): Dictionary<Group> {
  return new Dictionary(
    db,
    'cost_group',
    {
      kind: 'text',
      cause: 'text',
      provider: 'text',
      account_id: 'text',
      account_name: 'text',
      category: 'text',
      environment: 'text',
    },
    it => [
      it.kind,
      it.cause,
      it.provider,
      it.accountId,
      it.accountName,
      it.category,
      it.environment,
    ],
  );
}

/** What has a part of a cluster, or what nobody asked for. */
export interface Workload {
  sourceId: string;
  kind: 'workload' | 'idle';
  cluster: string;
  environment?: string;
  namespace?: string;
  controller?: string;
  service?: string;
  labels: Readonly<Record<string, string>>;
}

export function workloadDictionary(db: Knex): Dictionary<Workload> {
  return new Dictionary(
    db,
    'cost_workload',
    {
      source_id: 'text',
      kind: 'text',
      cluster: 'text',
      environment: 'text',
      namespace: 'text',
      controller: 'text',
      service: 'text',
      labels: 'text',
    },
    (it): Value[] => [
      it.sourceId,
      it.kind,
      it.cluster,
      it.environment,
      it.namespace,
      it.controller,
      it.service,
      JSON.stringify(sorted(it.labels)),
    ],
  );
}

function sorted(
  tags: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tags).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
