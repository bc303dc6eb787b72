import type { PlanMask, PlanValue, TerraformPlan } from './TerraformPlan';

/** Shorter ones would be found everywhere. */
const SHORTEST_WHOLE = 3;
const SHORTEST_PART = 6;

/**
 * The values that a plan marks as sensitive, to find them also where it does not: providers copy
 * them into other attributes, whose mark Terraform forgets once they are in the state.
 */
export class SecretValues {
  readonly #values = new Set<string>();

  static of(plan: TerraformPlan): SecretValues {
    const secrets = new SecretValues();
    for (const { change } of plan.resource_changes ?? []) {
      secrets.#add(change.before, change.before_sensitive ?? false);
      secrets.#add(change.after ?? null, change.after_sensitive ?? false);
    }
    const declared = plan.configuration?.root_module?.variables ?? {};
    for (const [name, { value }] of Object.entries(plan.variables ?? {})) {
      secrets.#add(value ?? null, declared[name]?.sensitive ?? false);
    }
    return secrets;
  }

  /** Whether a value is, or holds, one of them. */
  isIn(value: PlanValue | undefined): boolean {
    if (value === null || value === undefined) return false;
    if (typeof value === 'object')
      return Object.values(value).some(v => this.isIn(v));
    const text = String(value);
    return [...this.#values].some(
      secret =>
        secret === text ||
        (secret.length >= SHORTEST_PART && text.includes(secret)),
    );
  }

  #add(value: PlanValue, mask: PlanMask): void {
    if (value === null || mask === false || typeof value === 'boolean') return;
    if (typeof value !== 'object') {
      const text = String(value);
      if (mask === true && text.length >= SHORTEST_WHOLE)
        this.#values.add(text);
      return;
    }
    for (const [key, part] of Object.entries(value)) {
      this.#add(part, maskAt(mask, key));
    }
  }
}

/** The mask of one part of a value. */
export function maskAt(mask: PlanMask | undefined, key: string): PlanMask {
  if (typeof mask !== 'object') return mask ?? false;
  return (mask as { [key: string]: PlanMask })[key] ?? false;
}
