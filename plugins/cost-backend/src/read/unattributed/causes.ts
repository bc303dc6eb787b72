import type { UnattributedCauseView } from '@portico/plugin-cost-common';

export type Cause = UnattributedCauseView['cause'];

export const CAUSES = [
  'no-tag',
  'unknown-name',
  'claimed-twice',
  'no-split',
  'idle',
  'no-rule',
] as const satisfies readonly Cause[];

/** A cause as people read it. */
export function causeTitle(cause: Cause, tagKeys: readonly string[]): string {
  switch (cause) {
    case 'no-tag':
      return `No ${tagKeys.join(' or ')} tag`;
    case 'unknown-name':
      return 'Tag names no entity';
    case 'claimed-twice':
      return 'Claimed by several';
    case 'no-split':
      return 'Shared, no split rule';
    case 'idle':
      return 'Idle in clusters';
    default:
      return 'No rule for the provider';
  }
}

/** What to do about all of a cause, in a few words. */
export function causeAction(
  cause: Cause,
  known: { items: number; names: readonly string[]; suggestion?: string },
): string {
  const { items, names, suggestion } = known;
  const count = (number: number, one: string) =>
    `${number} ${one}${number === 1 ? '' : 's'}`;
  switch (cause) {
    case 'no-tag':
      return `Tag ${count(items, 'resource')}`;
    case 'unknown-name':
      return names.length === 1 && suggestion
        ? `Did you mean ${suggestion}?`
        : `Correct ${count(names.length, 'name')}`;
    case 'claimed-twice':
      return `Settle ${count(names.length, 'claim')}`;
    case 'no-split':
      return 'Choose how to split';
    case 'idle':
      return 'Give back what is idle';
    default:
      return 'Add a rule';
  }
}
