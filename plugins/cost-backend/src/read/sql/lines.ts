import {
  shortServiceName,
  type Nanos,
  type ShownMetric,
} from '@portico/plugin-cost-common';
import type { Knex } from 'knex';
import { dayNumber, dayText } from '../../store/days';
import { exactSum, isOneOf, tagValue, type Span } from './tables';

/** What lines can be told apart by; the roll-ups know only some of these. */
export type LineDimension =
  | 'category'
  | 'service'
  | 'resource'
  | 'account'
  | 'provider'
  | 'subject'
  | `label:${string}`;

/** Whose lines. */
export type Whose =
  /** All, with what is nobody's. */
  | 'all'
  | 'nobody'
  | { subjects: readonly number[] }
  /** What came to be somebody's by way of a resource, by its reference, and what is its own. */
  | { resource: string; subject?: number };

/** A line has this value; null where it has none. */
export interface LineFilter {
  dimension: LineDimension;
  value: string | null;
}

interface Wanted extends Span {
  metric: ShownMetric;
  whose: Whose;
  filters?: readonly LineFilter[];
  /** Values that are wanted alone. */
  only?: { dimension: LineDimension; values: readonly string[] };
}

/** What one value of a dimension cost. */
export interface LineAmount {
  value: string | null;
  kind: 'own' | 'shared' | 'unattributed';
  amount: Nanos;
}

/** A resource, or what of a service has no resource, or what a rule shares. */
export interface ResourceFacts {
  id: string;
  resourceId?: string;
  title: string;
  provider: string;
  account?: string;
  service: string;
  category: string;
  environment?: string;
  region?: string;
  resourceType?: string;
  rule?: string;
}

const COLUMNS = {
  category: 'c.category',
  service: 'c.service',
  account: 'c.account_id',
  provider: 'c.provider',
} as const;

/** What a line is told apart by as a resource: shared ones by their rule, those without an id by their service. */
export const RESOURCE = `CASE
  WHEN p.kind = 'shared' THEN 'shared:' || COALESCE(p.rule, '')
  WHEN c.resource_id IS NOT NULL THEN c.resource_id
  ELSE 'service:' || c.service END`;

/** What values of a dimension cost over the span. */
export async function sumLines(
  db: Knex,
  by: LineDimension,
  wanted: Wanted,
): Promise<LineAmount[]> {
  const rows = await linesOf(db, wanted)
    .select(
      db.raw('? AS value', [expression(db, by)]),
      'p.kind',
      exactSum(db, wanted.metric),
    )
    .groupBy('value', 'p.kind');
  return rows.map(toAmount);
}

/** The same for each day. */
export async function dailyLines(
  db: Knex,
  by: LineDimension,
  wanted: Wanted,
): Promise<(LineAmount & { day: string })[]> {
  const rows = await linesOf(db, wanted)
    .select(
      db.raw('? AS value', [expression(db, by)]),
      'p.kind',
      'l.day',
      exactSum(db, wanted.metric),
    )
    .groupBy('value', 'p.kind', 'l.day');
  return rows.map(row => ({ ...toAmount(row), day: dayText(row.day) }));
}

/** What is known of resources, by their value of the dimension `resource`. */
export async function resourceFacts(
  db: Knex,
  wanted: Omit<Wanted, 'metric'> & { environmentTag: string },
): Promise<Map<string, ResourceFacts>> {
  const newest = (column: string, as: string) =>
    db.raw('MAX(??) AS ??', [`c.${column}`, as]);
  const rows = await linesOf(db, wanted)
    .select(
      db.raw('? AS value', [expression(db, 'resource')]),
      db.raw('MAX(p.rule) AS rule'),
      newest('resource_id', 'resource'),
      newest('resource_name', 'name'),
      newest('resource_type', 'type'),
      db.raw(
        'CASE WHEN MIN(c.description) = MAX(c.description) THEN MIN(c.description) END AS description',
      ),
      newest('provider', 'provider'),
      newest('account_id', 'account'),
      newest('account_name', 'accountName'),
      newest('service', 'service'),
      newest('category', 'category'),
      db.raw('MAX(?) AS environment', [
        tagValue(db, 'c.tags', wanted.environmentTag),
      ]),
      newest('region', 'region'),
    )
    .groupBy('value');
  return new Map(rows.map(row => [row.value, factsOf(row)]));
}

export function linesOf(db: Knex, wanted: Omit<Wanted, 'metric'>) {
  const { filters = [], from, only, to, whose } = wanted;
  const query = db('cost_line as l')
    .join('cost_charge as c', 'c.id', 'l.charge_id')
    .join('cost_party as p', 'p.id', 'l.party_id')
    .whereBetween('l.day', [dayNumber(from), dayNumber(to)])
    .whereNotIn(
      'c.source_id',
      db('cost_source').select('id').where({ kind: 'estimated' }),
    );
  if (whose !== 'all') {
    query.whereIn('l.party_id', partiesOf(db, whose));
  }
  for (const { dimension, value } of filters) {
    const what = expression(db, dimension);
    if (value === null) query.whereRaw('? IS NULL', [what]);
    else query.whereRaw('CAST(? AS TEXT) = ?', [what, value]);
  }
  if (only) {
    query.whereIn(expression(db, only.dimension) as never, [...only.values]);
  }
  return query;
}

function partiesOf(db: Knex, whose: Exclude<Whose, 'all'>) {
  const parties = db('cost_party').select('id');
  if (whose === 'nobody') return parties.where({ subject_id: 0 });
  if ('subjects' in whose) {
    return parties.where(isOneOf(db, 'subject_id', whose.subjects));
  }
  const { resource, subject } = whose;
  parties.where({ basis: 'relation', via: resource });
  if (subject !== undefined) parties.orWhere({ subject_id: subject });
  return parties;
}

function expression(db: Knex, dimension: LineDimension): Knex.Raw {
  if (dimension === 'resource') return db.raw(RESOURCE);
  if (dimension === 'subject') return db.raw('p.subject_id');
  if (dimension in COLUMNS) {
    return db.raw('??', [COLUMNS[dimension as keyof typeof COLUMNS]]);
  }
  return tagValue(db, 'c.tags', dimension.slice('label:'.length));
}

function toAmount(row: {
  value: string | number | null;
  kind: LineAmount['kind'];
  amount: string;
}): LineAmount {
  return {
    value: row.value === null ? null : String(row.value),
    kind: row.kind,
    amount: BigInt(row.amount),
  };
}

function factsOf(row: Record<string, string | null>): ResourceFacts {
  const { value, resource, name, service, rule } = row;
  const shared = value!.startsWith('shared:');
  const own = {
    ...(resource && { resourceId: resource }),
    ...(row.environment && { environment: row.environment }),
    ...(row.region && { region: row.region }),
    ...(row.type && { resourceType: row.type }),
  };
  return {
    id: value!,
    title: shared
      ? `Shared: ${rule}`
      : titleOf({ resource, name, service, description: row.description }),
    provider: row.provider!,
    service: service!,
    category: row.category!,
    ...((row.accountName ?? row.account) && {
      account: (row.accountName ?? row.account)!,
    }),
    ...(shared ? { rule: rule! } : own),
  };
}

/** Its name, or the end of its id; what has no resource is called by its service, and what of it is charged for. */
function titleOf(
  row: Record<'resource' | 'name' | 'service' | 'description', string | null>,
): string {
  if (row.resource) return row.name ?? shortName(row.resource);
  const service = shortServiceName(row.service!);
  return row.description ? `${service}: ${row.description}` : service;
}

/** What people call a resource whose name is not told: the end of its id. */
export function shortName(resourceId: string): string {
  return resourceId.split(/[/:]/).filter(Boolean).pop() ?? resourceId;
}
