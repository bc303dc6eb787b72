import { InputError } from '@backstage/errors';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { CostDimension } from '@portico/plugin-cost-common';
import { z, type ZodType } from 'zod';
import { CAUSES } from '../read/unattributed/causes';

const MOST_REFS = 2000;
const DIMENSIONS: readonly string[] = [
  'category',
  'service',
  'resource',
  'environment',
  'account',
  'provider',
  'component',
  'system',
  'domain',
  'owner',
];

/** @throws InputError that names each parameter that is wrong, and what it should be */
export function parse<S extends ZodType>(
  schema: S,
  value: unknown,
): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new InputError(
    result.error.issues
      .map(({ path, message }) => `${path.join('.') || 'query'}: ${message}`)
      .join('; '),
  );
}

const month = z
  .string()
  .regex(/^20\d{2}-(?:0[1-9]|1[0-2])$/, 'write a month as 2026-11')
  .optional();

const metric = z
  .enum(['billed', 'effective'], 'write billed or effective')
  .default('effective');

/** A key of a tag: no quotes, no backslashes, since it stands in a path of JSON. */
// eslint-disable-next-line no-control-regex
const LABEL = /^label:[^"'\\\p{Cc}]{1,128}$/u;

const dimension = z
  .string()
  .refine(
    (it): it is CostDimension => DIMENSIONS.includes(it) || LABEL.test(it),
    `write one of ${DIMENSIONS.join(', ')}, or label:<key>`,
  );

const text = z.string().min(1).max(2048);

/** One value or several, as a query repeats them. */
const repeated = z
  .union([text, z.array(text).max(8)])
  .optional()
  .transform(value => (value === undefined ? [] : [value].flat()));

export const entityRef = z
  .string()
  .max(512)
  .transform((ref, context) => {
    try {
      return stringifyEntityRef(parseEntityRef(ref));
    } catch {
      context.addIssue({
        code: 'custom',
        message: `'${ref}' is no entity reference; write e.g. component:default/orders`,
      });
      return z.NEVER;
    }
  });

export const monthQuery = z.object({ month, metric });
export const summariesBody = z.object({
  entityRefs: z.array(entityRef).max(MOST_REFS),
  month,
  metric,
});
export const entityQuery = monthQuery.extend({
  by: dimension.default('category'),
});
export const resourcesQuery = entityQuery.extend({ within: text.optional() });
export const organisationQuery = monthQuery.extend({
  by: dimension
    .refine(by => by !== 'resource', 'resources are too many for a chart')
    .default('owner'),
});
export const breakdownQuery = monthQuery.extend({
  by: dimension
    .refine(by => by !== 'resource', 'open a row of something else to see them')
    .default('owner'),
  within: repeated,
});
export const itemsQuery = monthQuery.extend({
  cause: z.enum(CAUSES, `write one of ${CAUSES.join(', ')}`).optional(),
  search: z.string().max(200).optional(),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
});
export const reconciliationQuery = z.object({
  months: z.coerce.number().int().min(1).max(60).default(13),
  metric,
});
export const exportQuery = monthQuery.extend({
  format: z.enum(['csv', 'focus'], 'write csv or focus').default('csv'),
  entityRef: entityRef.optional(),
});
