/** Any JSON that a plan holds. */
export type PlanValue =
  | null
  | boolean
  | number
  | string
  | PlanValue[]
  | { [key: string]: PlanValue };

/** Which parts of a value are sensitive or unknown: `true` for all below. */
export type PlanMask = boolean | PlanMask[] | { [key: string]: PlanMask };

/**
 * What this reads of `terraform show -json PLAN` and of HCP Terraform's `GET /plans/:id/json-output`.
 *
 * @see https://developer.hashicorp.com/terraform/internals/json-format#plan-representation
 */
export interface TerraformPlan {
  resource_changes?: TerraformResourceChange[];
  variables?: { [name: string]: { value?: PlanValue } };
  configuration?: {
    root_module?: { variables?: { [name: string]: { sensitive?: boolean } } };
  };
}

/** @see https://developer.hashicorp.com/terraform/internals/json-format#change-representation */
export interface TerraformResourceChange {
  address: string;
  mode: string;
  type: string;
  name: string;
  change: {
    actions: string[];
    before: PlanValue;
    after?: PlanValue;
    after_unknown?: PlanMask;
    before_sensitive?: PlanMask;
    after_sensitive?: PlanMask;
    /** Paths of the attributes that force a replacement, e.g. `[["family"], ["disk", 0, "size"]]`. */
    replace_paths?: (string | number)[][];
  };
}
