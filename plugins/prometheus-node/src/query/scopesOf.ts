import type { Matcher } from '../selector/Matcher';
import { formatMatchers } from '../selector/quote';
import { Scope } from './Scope';

/** Groups targets into as few scopes as their selectors allow. */
export function scopesOf<
  Target extends { entityRef: string; matchers: readonly Matcher[] },
>(
  targets: readonly Target[],
  matchersOf: (target: Target) => readonly Matcher[] = it => it.matchers,
): Scope[] {
  const shared = new Map<
    string,
    { labels: string[]; members: Map<string, string[]> }
  >();
  const single = new Map<
    string,
    { matchers: readonly Matcher[]; refs: string[] }
  >();

  for (const target of targets) {
    const matchers = matchersOf(target);
    const labels = equalityLabels(matchers);
    if (labels) {
      const id = labels.join(',');
      const group = shared.get(id) ?? { labels, members: new Map() };
      shared.set(id, group);
      const key = Scope.keyOf(
        labels.map(label => matchers.find(it => it.label === label)!.value),
      );
      const refs = group.members.get(key) ?? [];
      group.members.set(key, [...refs, target.entityRef]);
    } else {
      const id = formatMatchers(matchers);
      const group = single.get(id) ?? { matchers, refs: [] };
      single.set(id, group);
      group.refs.push(target.entityRef);
    }
  }
  return [
    ...[...shared.values()].map(it => Scope.shared(it.labels, it.members)),
    ...[...single.values()].map(it => Scope.single(it.matchers, it.refs)),
  ];
}

/** Sorted; undefined where a matcher is no equality, is empty, or asks for a label twice. */
function equalityLabels(matchers: readonly Matcher[]): string[] | undefined {
  const labels = new Set(matchers.map(it => it.label));
  if (labels.size !== matchers.length) return undefined;
  const all = matchers.every(
    it =>
      it.operator === '=' && it.value !== '' && !it.value.includes('\u0000'),
  );
  return all ? [...labels].sort() : undefined;
}
