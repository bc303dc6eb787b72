import type { UnattributedCause } from '@portico/plugin-cost-node';

/** Why nobody sees it on a page of theirs, in a sentence. */
export function unattributedText(
  cause: UnattributedCause,
  { found, tagKeys }: { found?: string; tagKeys: readonly string[] },
): string {
  switch (cause) {
    case 'no-tag':
      return `It has no ${tagKeys.join(' or ')} tag.`;
    case 'unknown-name':
      return `${found ?? 'Its tag'} names nothing in the catalog.`;
    case 'claimed-twice':
      return `Several say that it is theirs: ${found ?? 'see the list'}.`;
    case 'idle':
      return 'No workload asked for it.';
    case 'no-split':
      return 'It is shared, and no rule says how to split it.';
    default:
      return 'No rule says whose it is.';
  }
}
