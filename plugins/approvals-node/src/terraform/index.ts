export { planToChange, type PlanCost } from './planToChange';
export type { TerraformPlan } from './TerraformPlan';
