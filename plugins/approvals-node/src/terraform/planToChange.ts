import type {
  Change,
  ChangeCost,
  ChangeEffect,
  ChangePlace,
  ChangePlan,
  ResourceAction,
  ResourceChange,
} from '@portico/plugin-approvals-common';
import { completeChange } from '../change/completeChange';
import { awsAttributeFacts } from './awsAttributeFacts';
import { awsResourceEffect } from './awsResourceFacts';
import { diffAttributes } from './diffAttributes';
import { SecretValues } from './SecretValues';
import type {
  PlanValue,
  TerraformPlan,
  TerraformResourceChange,
} from './TerraformPlan';

/** What a plan costs, with what is known of single resources. */
export interface PlanCost extends ChangeCost {
  /** By address; decimal strings per month. */
  resources?: Record<string, { before: string; after: string }>;
}

/**
 * A Terraform plan as people decide on it. Nothing that the plan marks as sensitive is in it, also
 * not where a provider has copied such a value to; what is decided on is the plan by its id.
 *
 * @param options.plan `terraform show -json PLAN`, or HCP Terraform's `GET /plans/:id/json-output`
 * @param options.run whose `id` stands for exactly this plan: the run's id, or for plans that are not
 *   made in HCP Terraform a hash of the plan file
 */
export function planToChange(options: {
  plan: TerraformPlan;
  run: ChangePlan;
  where: ChangePlace;
  cost?: PlanCost;
  policies?: Change['policies'];
}): Change {
  const { plan, run, where, policies } = options;
  const { resources: costs = {}, ...cost } = options.cost ?? {};
  const secrets = SecretValues.of(plan);
  const effects: ChangeEffect[] = [];
  const resources: ResourceChange[] = [];
  for (const one of plan.resource_changes ?? []) {
    const action = actionOf(one);
    if (action === 'none' || action === 'read') {
      if (one.change.actions.includes('forget')) {
        effects.push({
          severity: 'warn',
          resource: one.address,
          text: 'is left as it is; Terraform forgets it',
        });
      }
      continue;
    }
    const resource = toResource(one, action, secrets);
    const monthlyCost = costs[one.address];
    resources.push(monthlyCost ? { ...resource, monthlyCost } : resource);
    effects.push(...effectsOf(one, resource));
  }
  return completeChange({
    kind: 'terraform-plan',
    where,
    resources,
    effects,
    plan: run,
    ...(isKnown(cost) ? { cost } : {}),
    ...(policies ? { policies } : {}),
  });
}

function toResource(
  { address, type, name, change }: TerraformResourceChange,
  action: ResourceAction,
  secrets: SecretValues,
): ResourceChange {
  const identity = { address, type, name, action };
  if (action === 'destroy')
    return { ...identity, attributes: [], unchangedAttributes: 0 };
  const { attributes, unchangedAttributes } = diffAttributes(change, secrets);
  const facts = action === 'add' ? {} : awsAttributeFacts[type] ?? {};
  const before = asObject(change.before);
  const after = asObject(change.after ?? null);
  return {
    ...identity,
    unchangedAttributes,
    attributes: attributes.map(attribute => {
      const fact = facts[attribute.path]?.({
        before: before[attribute.path] ?? null,
        after: after[attribute.path] ?? null,
        resource: after,
      });
      // Values that nobody may see must not show through what they cause.
      return fact && !attribute.sensitive && !attribute.unknownAfter
        ? { ...attribute, note: fact.text, noteSeverity: fact.severity }
        : attribute;
    }),
  };
}

function effectsOf(
  { address, type, change }: TerraformResourceChange,
  { action, attributes }: ResourceChange,
): ChangeEffect[] {
  const whole = awsResourceEffect({
    address,
    type,
    action,
    before: asObject(change.before),
  });
  if (whole) return [whole];
  return attributes.flatMap(({ path, note, noteSeverity }) =>
    note && noteSeverity
      ? [
          {
            severity: noteSeverity,
            resource: address,
            text: `${path}: ${note}`,
          },
        ]
      : [],
  );
}

function actionOf({ mode, change }: TerraformResourceChange): ResourceAction {
  const { actions } = change;
  if (mode !== 'managed') return 'read';
  if (actions.includes('delete'))
    return actions.includes('create') ? 'replace' : 'destroy';
  if (actions.includes('create')) return 'add';
  return actions.includes('update') ? 'change' : 'none';
}

function asObject(value: PlanValue): { [key: string]: PlanValue } {
  return value && typeof value === 'object' && !Array.isArray(value)
    ? value
    : {};
}

function isKnown(cost: Partial<ChangeCost>): cost is ChangeCost {
  return cost.monthlyAfter !== undefined;
}
