import type { HealthSummary } from '@portico/plugin-health-common';
import { healthyWords, type ServiceGroup } from './groupServices';

/** A line of the long list. */
export type Line =
  | { kind: 'group'; key: string; name: string; words: string; open: boolean }
  | { kind: 'service'; key: string; item: HealthSummary }
  | { kind: 'more'; key: string; name: string; words: string };

/**
 * Groups as lines: what is not healthy is listed, the healthy of a group are one line, and a group that is
 * healthy altogether is its heading alone. Those in `open` are listed whole.
 */
export function flattenGroups(
  groups: ServiceGroup[],
  open: ReadonlySet<string>,
): Line[] {
  return groups.flatMap(group => {
    const { name, items, counts } = group;
    const whole = open.has(name);
    const shown = whole ? items : items.filter(it => it.state !== 'healthy');
    const folded = items.length - shown.length;
    return [
      {
        kind: 'group' as const,
        key: `group ${name}`,
        name,
        words: healthyWords(group),
        open: whole,
      },
      ...shown.map(item => ({
        kind: 'service' as const,
        key: item.entityRef,
        item,
      })),
      ...(folded > 0 && counts.healthy < items.length
        ? [
            {
              kind: 'more' as const,
              key: `more ${name}`,
              name,
              words: `${folded} healthy`,
            },
          ]
        : []),
    ];
  });
}
