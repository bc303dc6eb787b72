import type {
  Expression,
  GroupDefinition,
} from '@aws-sdk/client-cost-explorer';
import { InputError } from '@backstage/errors';

/** What tells whose a cost is: a cost allocation tag, or a cost category. */
export interface Grouping {
  kind: 'tag' | 'cost-category';
  /** Key of the tag, name of the category. */
  key: string;
}

/**
 * Reads `tag:<key>` or `cost-category:<name>`.
 *
 * @throws InputError where it is neither
 */
export function parseGrouping(text: string): Grouping {
  const [, kind, key] = /^(tag|cost-category):(.+)$/.exec(text.trim()) ?? [];
  if (key !== undefined) return { kind: kind as Grouping['kind'], key };
  throw new InputError(
    `'${text}' is nothing to group by; write e.g. tag:service or cost-category:Team.`,
  );
}

/** As Cost Explorer wants it. */
export function groupDefinition({ kind, key }: Grouping): GroupDefinition {
  return { Type: kind === 'tag' ? 'TAG' : 'COST_CATEGORY', Key: key };
}

/** Only costs that do not have it. */
export function withoutIt({ kind, key }: Grouping): Expression {
  const condition = { Key: key, MatchOptions: ['ABSENT' as const] };
  return kind === 'tag' ? { Tags: condition } : { CostCategories: condition };
}

/** Its value in the key of a group, `service$orders`; empty where a cost does not have it. */
export function valueIn(groupKey: string): string {
  return groupKey.slice(groupKey.indexOf('$') + 1);
}

/** The tag under which rows carry it: categories have a name of their own, lest one passes for a tag. */
export function tagKeyOf({ kind, key }: Grouping): string {
  return kind === 'tag' ? key : `cost-category:${key}`;
}
