import type {
  Approval,
  ApprovalList,
  ApprovalSummary,
  AttributeChange,
  Change,
  TaskLedger,
} from '@portico/plugin-approvals-common';

export const ada = 'user:default/ada.lindqvist';
export const marta = 'user:default/marta.okafor';
const jonas = 'user:default/jonas.weber';
const hour = 3_600_000;

/** Moments around now, so that nothing in the tests runs out with time. */
export const inHours = (hours: number) =>
  new Date(Date.now() + hours * hour).toISOString();

const attribute = (
  path: string,
  change: Partial<AttributeChange>,
): AttributeChange => ({
  path,
  action: 'change',
  sensitive: false,
  unknownAfter: false,
  forcesReplacement: false,
  ...change,
});

/** A larger database, as the design draws it. */
export const largerOrdersDb: Change = {
  kind: 'terraform-plan',
  fingerprint: 'sha256:1',
  summary: { add: 2, change: 1, replace: 1, destroy: 1 },
  resources: [
    {
      address: 'aws_cloudwatch_metric_alarm.orders_cpu_legacy',
      type: 'aws_cloudwatch_metric_alarm',
      name: 'orders_cpu_legacy',
      action: 'destroy',
      attributes: [],
      unchangedAttributes: 0,
      monthlyCost: { before: '0.10', after: '0.00' },
    },
    {
      address: 'aws_db_parameter_group.orders',
      type: 'aws_db_parameter_group',
      name: 'orders',
      action: 'replace',
      attributes: [
        attribute('family', {
          before: '"postgres15"',
          after: '"postgres16"',
          forcesReplacement: true,
        }),
        attribute('max_connections', { before: '"50"', after: '"200"' }),
      ],
      unchangedAttributes: 6,
      monthlyCost: { before: '0.00', after: '0.00' },
    },
    {
      address: 'aws_db_instance.orders',
      type: 'aws_db_instance',
      name: 'orders',
      action: 'change',
      attributes: [
        attribute('instance_class', {
          before: '"db.t4g.medium"',
          after: '"db.m6g.large"',
          note: 'restarts the database',
          noteSeverity: 'warn',
        }),
        attribute('password', { sensitive: true }),
      ],
      unchangedAttributes: 42,
      monthlyCost: { before: '187.10', after: '238.70' },
    },
    {
      address: 'aws_db_instance.orders_replica',
      type: 'aws_db_instance',
      name: 'orders_replica',
      action: 'add',
      attributes: [
        attribute('storage_encrypted', { action: 'add', after: 'true' }),
        attribute('endpoint', { action: 'add', unknownAfter: true }),
      ],
      unchangedAttributes: 0,
      monthlyCost: { before: '0.00', after: '62.80' },
    },
    {
      address: 'aws_cloudwatch_metric_alarm.orders_connections',
      type: 'aws_cloudwatch_metric_alarm',
      name: 'orders_connections',
      action: 'add',
      attributes: [],
      unchangedAttributes: 0,
      monthlyCost: { before: '0.00', after: '0.10' },
    },
    {
      address: 'aws_db_subnet_group.orders',
      type: 'aws_db_subnet_group',
      name: 'orders',
      action: 'none',
      attributes: [],
      unchangedAttributes: 5,
    },
  ],
  cost: {
    monthlyBefore: '187.20',
    monthlyAfter: '301.60',
    currency: 'USD',
    source: 'Estimated by HCP Terraform at list price, 730 hours',
    entityMonthlyAfter: '525.00',
    entityMonthlyBudget: '400',
  },
  effects: [
    {
      severity: 'warn',
      resource: 'aws_db_instance.orders',
      text: 'restarts the database; orders cannot be placed for about 2 min',
    },
  ],
  where: {
    environment: 'production',
    workspace: 'orders-production',
    workspaceUrl: 'https://app.terraform.io/orders-production',
    account: 'AWS',
    region: 'us-east-1',
  },
  plan: {
    id: 'run-q8fJ2vXs',
    url: 'https://app.terraform.io/runs/run-q8fJ2vXs',
    logUrl: 'https://app.terraform.io/runs/run-q8fJ2vXs/log',
    plannedAt: inHours(-0.1),
    stateSerial: 41,
    fresh: true,
  },
  policies: {
    checkedBy: 'Conftest',
    checkedAt: inHours(-0.1),
    results: [
      'Storage encrypted',
      'Backups kept 7 days or more',
      'Tags service, team, environment',
      'No public address',
      'Deletion protection stays on',
      'No open ports',
      'Region allowed',
    ].map(name => ({ name, passed: true })),
  },
};

/** It waits for Ada; Jonas has agreed for the owner. */
export function ordersDb(changes: Partial<Approval> = {}): Approval {
  return {
    id: 'a1',
    number: 17,
    title: 'Larger orders-db',
    reason: '48 of 50 connections since today’s deploy',
    requestedBy: marta,
    requestedAt: inHours(-0.1),
    expiresAt: inHours(23.9),
    state: 'waiting',
    taskId: '1187aaaa-bbbb-cccc-dddd-eeeeffff0000',
    stepId: 'approve',
    templateRef: 'template:default/add-resource',
    templateTitle: 'add-resource',
    entityRef: 'component:default/orders',
    owner: 'group:default/commerce',
    environment: 'production',
    change: largerOrdersDb,
    requirements: [
      {
        id: 'owner',
        title: 'Owner',
        deciders: ['group:default/commerce'],
        reasons: ['production always asks'],
        rules: ['production'],
        count: 1,
        eligible: [],
        decidedBy: [1],
        met: true,
      },
      {
        id: 'platform',
        title: 'Platform',
        deciders: ['group:default/platform'],
        reasons: ['more than 100 USD a month', 'replaces'],
        rules: ['cost', 'replaces'],
        count: 1,
        eligible: [ada, 'user:default/kofi.mensah', 'user:default/lin.zhao'],
        decidedBy: [],
        met: false,
      },
    ],
    decisions: [
      {
        id: 1,
        requirementId: 'owner',
        person: jonas,
        decision: 'approve',
        comment: 'Agreed, apply before 15:00.',
        fingerprint: 'sha256:1',
        at: inHours(-0.05),
      },
    ],
    history: [
      {
        id: 2,
        event: 'approved',
        who: jonas,
        at: inHours(-0.05),
        text: 'approved for Owner: “Agreed, apply before 15:00.”',
      },
      {
        id: 1,
        event: 'planned',
        at: inHours(-0.1),
        text: 'planned, run-q8fJ2vXs from state serial 41',
      },
    ],
    names: {
      [ada]: 'Ada Lindqvist',
      [marta]: 'Marta Okafor',
      [jonas]: 'Jonas Weber',
      'user:default/kofi.mensah': 'Kofi Mensah',
      'user:default/lin.zhao': 'Lin Zhao',
    },
    requesterTeam: 'group:default/commerce',
    viewer: { mayDecide: ['platform'], mayWithdraw: false, mayRemind: false },
    asOf: inHours(0),
    ...changes,
  };
}

/** The same approval as a row. */
export function ordersDbRow(
  changes: Partial<ApprovalSummary> = {},
): ApprovalSummary {
  const { viewer, requirements, decisions, history, names, change, ...rest } =
    ordersDb();
  return {
    ...rest,
    change: { kind: change.kind, summary: change.summary, cost: change.cost },
    agreed: 1,
    needed: 2,
    waitsFor: ['Platform'],
    mine: true,
    ...changes,
  };
}

/** A list of rows. */
export function listOf(...items: ApprovalSummary[]): ApprovalList {
  return {
    items,
    total: items.length,
    offset: 0,
    limit: 25,
    names: ordersDb().names,
    asOf: inHours(0),
  };
}

/** What the task has done. */
export const ordersLedger: TaskLedger = {
  rows: (
    [
      ['made', 'Branch', 'resize-db'],
      ['kept', 'Repository', 'mini-org/orders'],
      ['removed', 'Plan', 'run-3mPkA0Lc'],
      ['failed', 'Namespace', 'orders-pr-214'],
    ] as const
  ).map(([outcome, kind, name], row) => ({
    id: row,
    taskId: '1187',
    stepId: 'plan',
    outcome,
    kind,
    name,
    ifItFails: 'deleted',
    at: inHours(-0.1),
    command: `remove ${name}`,
    ...(outcome === 'failed' ? { message: 'a finalizer still waits' } : {}),
  })),
};
