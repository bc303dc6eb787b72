import type { Change } from '@portico/plugin-approvals-common';
import {
  planToChange,
  type TerraformPlan,
} from '@portico/plugin-approvals-node';
import type { Redactor } from '../report/Redactor';
import type { ApplyResult, ExecutorContext } from '../TerraformExecutor';

/** Hours for which HCP Terraform estimates a month. */
const HOURS = 730;

/** What people are shown of a plan before they agree to it; the same plan gives the same fingerprint. */
export async function describePlan(options: {
  json: TerraformPlan;
  where: Change['where'];
  plan: NonNullable<Change['plan']>;
  monthlyCost?: ApplyResult['monthlyCost'];
  context: Pick<ExecutorContext, 'costs' | 'logger' | 'redactor'>;
}): Promise<Change> {
  const { json, where, plan, monthlyCost, context } = options;
  const change = planToChange({
    plan: json,
    run: plan,
    where,
    cost: monthlyCost
      ? {
          monthlyBefore: monthlyCost.before.toFixed(2),
          monthlyAfter: monthlyCost.after.toFixed(2),
          currency: monthlyCost.currency,
          source: `Estimated by HCP Terraform at list price, ${HOURS} hours a month`,
        }
      : await context.costs?.costOf(json, {
          environment: where.environment,
          logger: context.logger,
        }),
  });
  // A configuration may forget to mark as sensitive what the step was given as a secret.
  return redactValues(change, context.redactor);
}

function redactValues(change: Change, redactor: Redactor): Change {
  const redact = (text?: string) =>
    text === undefined ? undefined : redactor.redact(text);
  return {
    ...change,
    resources: change.resources.map(resource => ({
      ...resource,
      attributes: resource.attributes.map(attribute => ({
        ...attribute,
        ...(attribute.before && { before: redact(attribute.before) }),
        ...(attribute.after && { after: redact(attribute.after) }),
      })),
    })),
  };
}

/** Whether something is destroyed, to be made anew or not. */
export function isDestructive({ summary }: Change): boolean {
  return summary.destroy + summary.replace > 0;
}
