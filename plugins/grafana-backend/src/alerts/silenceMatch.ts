import type { Silence, SilenceMatcher } from '@portico/plugin-grafana-node';
import type { AlertSelector } from './alertSelector';

type Labels = Readonly<Record<string, string>>;

/** Grafana's own label of an instance: the uid of its rule. */
export const RULE_UID = '__alert_rule_uid__';

/** Whether a silence mutes what has these labels: all of its matchers have to agree, as in Alertmanager. */
export function mutes({ status, matchers }: Silence, labels: Labels): boolean {
  return (
    status.state === 'active' &&
    matchers.every(matcher => agrees(matcher, labels))
  );
}

/**
 * Whether a silence names this rule, and nothing that is not the entity's: then it may be ended where the entity is
 * shown.
 *
 * @param shared whether others have series of the rule too
 */
export function isOwn(
  { matchers }: Silence,
  ruleUid: string | undefined,
  shared: boolean,
  selector: AlertSelector,
): boolean {
  const names = (label: string, value: string) =>
    matchers.some(it => it.name === label && it.value === value && isPlain(it));
  return (
    ruleUid !== undefined &&
    names(RULE_UID, ruleUid) &&
    (!shared ||
      selector.conditions.some(({ label, value }) => names(label, value)))
  );
}

function isPlain({ isRegex, isEqual = true }: SilenceMatcher): boolean {
  return !isRegex && isEqual;
}

function agrees(matcher: SilenceMatcher, labels: Labels): boolean {
  const { name, value, isRegex, isEqual = true } = matcher;
  const given = labels[name] ?? '';
  const same = isRegex ? wholly(value, given) : given === value;
  return same === isEqual;
}

/** A pattern that JavaScript can't read mutes nothing here. */
function wholly(pattern: string, text: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`, 's').test(text);
  } catch {
    return false;
  }
}
