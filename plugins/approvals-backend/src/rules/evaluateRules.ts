import type {
  ApprovalsConfig,
  RuleRequirement,
} from '../config/ApprovalsConfig';
import { matchRule } from './matchRule';
import type { RuleSubject } from './RuleSubject';

/** A requirement with all that asks for it. */
export interface AskedRequirement extends RuleRequirement {
  reasons: string[];
  rules: string[];
}

/** What the rules say to a change. */
export interface Verdict {
  /** Empty: nobody has to be asked. */
  requirements: AskedRequirement[];
  /** By which rules, in a sentence. */
  because: string;
  expiresInHours: number;
}

/**
 * All rules that match add up. Where two ask for the same people, the larger count holds;
 * of expiries the shortest.
 */
export function evaluateRules(
  config: Pick<ApprovalsConfig, 'rules' | 'expiresInHours'>,
  subject: RuleSubject,
): Verdict {
  const requirements = new Map<string, AskedRequirement>();
  const matched: string[] = [];
  const expiries: number[] = [];
  for (const rule of config.rules) {
    const reason = matchRule(rule, subject);
    if (reason === undefined) continue;
    matched.push(rule.name);
    if (rule.expiresInHours) expiries.push(rule.expiresInHours);
    for (const required of rule.requires) {
      const known = requirements.get(required.id);
      requirements.set(required.id, {
        ...required,
        ...known,
        count: Math.max(required.count, known?.count ?? 0),
        delegates: union(known?.delegates, required.delegates),
        reasons: union(known?.reasons, [reason]),
        rules: union(known?.rules, [rule.name]),
      });
    }
  }
  return {
    requirements: [...requirements.values()],
    because: explain(matched, requirements.size, subject),
    expiresInHours: expiries.length
      ? Math.min(...expiries)
      : config.expiresInHours,
  };
}

function explain(
  matched: string[],
  required: number,
  { change, environment }: RuleSubject,
): string {
  const rules = matched.map(name => `'${name}'`).join(', ');
  if (required) return `asked by ${rules}`;
  return matched.length
    ? `passes by ${rules}`
    : `no rule of approvals.rules asks about this (${change.kind}, ${environment})`;
}

function union(a: string[] | undefined, b: string[]): string[] {
  return [...new Set([...(a ?? []), ...b])];
}
