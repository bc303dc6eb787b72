import type {
  ChangeAction,
  PlannedChange,
  PlannedOutput,
  PlanResult,
  StateVersion,
} from '../types';

const ACTIONS: Record<ChangeAction, string[]> = {
  'no-op': ['no-op'],
  create: ['create'],
  update: ['update'],
  replace: ['delete', 'create'],
  delete: ['delete'],
  read: ['read'],
};

/** The plan as `terraform show -json` gives it. See https://developer.hashicorp.com/terraform/internals/json-format */
export function planJson(options: {
  plan: PlanResult;
  state?: StateVersion;
  terraformVersion: string;
  createdAt: string;
}): object {
  const { plan, state, terraformVersion, createdAt } = options;
  const planned = plan.changes.filter(change => change.action !== 'delete');
  return {
    format_version: '1.2',
    terraform_version: terraformVersion,
    variables: Object.fromEntries(
      Object.entries(plan.variables).map(([name, value]) => [name, { value }]),
    ),
    planned_values: {
      outputs: Object.fromEntries(
        plan.outputs
          .filter(output => output.action !== 'delete')
          .map(output => [
            output.name,
            {
              sensitive: output.sensitive,
              ...(output.unknown ? {} : { value: output.after }),
            },
          ]),
      ),
      root_module: {
        resources: planned.map(change => ({
          ...describe(change),
          schema_version: 0,
          values: change.after ?? {},
          sensitive_values: marks(change.sensitive),
        })),
      },
    },
    resource_changes: plan.changes.map(change => ({
      ...describe(change),
      change: {
        actions: ACTIONS[change.action],
        before: change.before ?? null, // null as Terraform writes it
        after: change.action === 'delete' ? null : change.after ?? {},
        after_unknown: marks(change.unknown),
        before_sensitive: change.before ? marks(change.sensitive) : false,
        after_sensitive:
          change.action === 'delete' ? false : marks(change.sensitive),
        ...(change.replaceBecause.length > 0
          ? { replace_paths: change.replaceBecause.map(key => [key]) }
          : {}),
      },
      ...(change.replaceBecause.length > 0
        ? { action_reason: 'replace_because_cannot_update' }
        : {}),
    })),
    output_changes: Object.fromEntries(
      plan.outputs.map(output => [output.name, outputChange(output)]),
    ),
    prior_state: state && {
      format_version: '1.0',
      terraform_version: terraformVersion,
    },
    timestamp: createdAt,
    applyable: true,
    complete: true,
    errored: false,
  };
}

function describe(change: PlannedChange) {
  return {
    address: change.address,
    ...(change.module ? { module_address: change.module } : {}),
    mode: change.mode,
    type: change.type,
    name: change.name,
    ...(change.index === undefined ? {} : { index: change.index }),
    provider_name: providerOf(change.type),
  };
}

/** The provider that a resource type belongs to by its prefix. */
export function providerOf(type: string): string {
  const prefix = type.split('_')[0];
  return prefix === 'terraform'
    ? 'terraform.io/builtin/terraform'
    : `registry.terraform.io/hashicorp/${prefix}`;
}

function outputChange(output: PlannedOutput) {
  return {
    actions: ACTIONS[output.action],
    before: output.before ?? null,
    after: output.after ?? null,
    after_unknown: output.unknown,
    before_sensitive: output.sensitive,
    after_sensitive: output.sensitive,
  };
}

function marks(keys: string[]): Record<string, true> {
  return Object.fromEntries(keys.map(key => [key, true]));
}
