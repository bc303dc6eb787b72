import { InputError } from '@backstage/errors';
import { CHARTS } from '@portico/plugin-health-common';
import { z, type ZodType } from 'zod';
import { ROLLUPS } from '../read/HealthReader';

const MOST_REFS = 2000;

const entityRefs = z.array(z.string().min(1)).max(MOST_REFS);
const days = z.coerce.number().int().min(1).max(90).default(90);
const time = z
  .string()
  .datetime({ offset: true })
  .transform(value => new Date(value));

/** @throws InputError that names what is wrong */
export function parse<S extends ZodType>(
  schema: S,
  value: unknown,
): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new InputError(
    result.error.issues
      .map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`)
      .join('; '),
  );
}

export const refsBody = z.object({ entityRefs });
export const historiesBody = z.object({
  entityRefs,
  days,
  periods: z.boolean().optional(),
});
export const historyQuery = z.object({ days });
export const rollupQuery = z.object({ by: z.enum(ROLLUPS) });
export const seriesQuery = z.object({
  chart: z.enum(CHARTS),
  from: time,
  to: time,
  environment: z.string().optional(),
});
export const timelineQuery = z.object({ from: time, to: time });
export const responseBody = z.object({
  id: z.string().min(1).max(500),
  comment: z.string().max(2000).optional(),
  durationMinutes: z.number().int().min(1).max(10_080).optional(),
});
