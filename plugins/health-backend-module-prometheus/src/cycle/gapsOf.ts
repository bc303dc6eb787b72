import type { HealthGap } from '@portico/plugin-health-node';
import type { AskAnswer } from './Ask';

/** What was not answered, each message once, with all whom it is about. */
export function gapsOf(
  answers: readonly AskAnswer[],
  targets: number,
  instance: string,
): HealthGap[] {
  const byMessage = new Map<string, Set<string>>();
  for (const { message, entityRefs } of answers.flatMap(it => it.problems)) {
    const refs = byMessage.get(message) ?? new Set();
    byMessage.set(message, refs);
    for (const ref of entityRefs) refs.add(ref);
  }
  return [...byMessage].map(([message, refs]) => ({
    ...(refs.size < targets && { entityRefs: [...refs] }),
    instance,
    message,
  }));
}
