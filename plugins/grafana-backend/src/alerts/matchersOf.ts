import type { EntityRule } from './alertRule';
import type { AlertSelector } from './alertSelector';
import { RULE_UID } from './silenceMatch';

/** What mutes a rule of an entity, and of one that others share only what the entity has of it. */
export function matchersOf(
  ruleUid: string,
  { shared, wire }: EntityRule,
  { conditions }: AlertSelector,
) {
  const equal = { isRegex: false, isEqual: true };
  const rule = { name: RULE_UID, value: ruleUid, ...equal };
  if (!shared) return [rule];
  // Others have series of the rule too, which go on being heard.
  const condition = conditions.find(({ label, value }) =>
    wire.instances.some(({ labels }) => labels[label] === value),
  );
  const { label, value } = condition ?? conditions[0];
  return [rule, { name: label, value, ...equal }];
}
