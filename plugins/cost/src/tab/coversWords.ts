import type { EntityCost } from '@portico/plugin-cost-common';

/** What a sum is of, and what is left out of it because it is not the reader's to see; undefined where it is one thing's. */
export function coversWords({
  covers,
  hidden,
}: Pick<EntityCost, 'covers' | 'hidden'>): string | undefined {
  const of =
    covers.length > 1
      ? `The sum of ${covers.length} components and resources.`
      : '';
  const left =
    hidden === 1
      ? 'One more that belongs to it is not yours to see, and in no sum here.'
      : `${hidden} more that belong to it are not yours to see, and in no sum here.`;
  return [of, hidden > 0 && left].filter(Boolean).join(' ') || undefined;
}
