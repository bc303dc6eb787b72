import type {
  ChangeAction,
  PlannedChange,
  PlannedOutput,
  PlanResult,
  StateVersion,
} from '../types';
import { describe, marks, type Described } from './describeResource';
import { isEmptyPlan } from './renderPlan';

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
  isDestroy: boolean;
  /** The state that the plan starts from. */
  state?: StateVersion;
  terraformVersion: string;
  createdAt: string;
}): object {
  const { plan, isDestroy, state, terraformVersion, createdAt } = options;
  const outputs = plan.outputs.filter(output => output.action !== 'delete');
  return {
    format_version: '1.2',
    terraform_version: terraformVersion,
    variables: Object.fromEntries(
      Object.entries(plan.variables).map(([name, value]) => [name, { value }]),
    ),
    planned_values: {
      outputs: Object.fromEntries(
        outputs.map(output => [
          output.name,
          {
            sensitive: output.sensitive,
            ...(output.unknown ? {} : { value: output.after }),
          },
        ]),
      ),
      root_module: moduleTree(
        plan.changes
          .filter(change => change.action !== 'delete')
          .map(change => ({
            ...change,
            json: values(change, change.after ?? {}),
          })),
      ),
    },
    resource_drift: [],
    resource_changes: plan.changes.map(change => ({
      ...describe(change),
      change: resourceChange(change),
      ...actionReason(change, isDestroy),
    })),
    output_changes: Object.fromEntries(
      plan.outputs.map(output => [output.name, outputChange(output)]),
    ),
    ...(state ? { prior_state: priorState(state, terraformVersion) } : {}),
    configuration: { root_module: configuration(plan) },
    timestamp: createdAt,
    applyable: !isEmptyPlan(plan),
    complete: true,
    errored: false,
  };
}

function resourceChange(change: PlannedChange) {
  const { action, before, replaceBecause, sensitive } = change;
  return {
    actions: ACTIONS[action],
    before: before ?? null, // null as Terraform writes it
    after: action === 'delete' ? null : change.after ?? {},
    after_unknown: marks(change.unknown),
    before_sensitive: before ? marks(sensitive) : false,
    after_sensitive: action === 'delete' ? false : marks(sensitive),
    ...(replaceBecause.length > 0
      ? { replace_paths: replaceBecause.map(key => [key]) }
      : {}),
  };
}

function actionReason({ action, unknown }: PlannedChange, isDestroy: boolean) {
  if (action === 'replace')
    return { action_reason: 'replace_because_cannot_update' };
  if (action === 'delete' && !isDestroy)
    return { action_reason: 'delete_because_no_resource_config' };
  if (action === 'read' && unknown.length > 0)
    return { action_reason: 'read_because_config_unknown' };
  return {};
}

function priorState(state: StateVersion, terraformVersion: string) {
  return {
    format_version: '1.0',
    terraform_version: terraformVersion,
    values: {
      outputs: Object.fromEntries(
        state.outputs.map(({ name, value, sensitive }) => [
          name,
          { sensitive, value },
        ]),
      ),
      root_module: moduleTree(
        state.resources.map(resource => ({
          ...resource,
          json: values(resource, resource.attributes),
        })),
      ),
    },
  };
}

/** What the root module declares; instances of one block are one resource. */
function configuration(plan: PlanResult) {
  const declared = plan.changes.filter(
    change => change.action !== 'delete' && !change.module,
  );
  const blocks = new Map(
    declared.map(({ mode, type, name }) => [
      `${mode === 'data' ? 'data.' : ''}${type}.${name}`,
      { mode, type, name, provider_config_key: type.split('_')[0] },
    ]),
  );
  return {
    resources: [...blocks].map(([address, block]) => ({ address, ...block })),
    variables: Object.fromEntries(
      Object.keys(plan.variables).map(name => [name, {}]),
    ),
  };
}

/** Resources below the modules that they belong to. */
function moduleTree(resources: { module?: string; json: object }[]) {
  const children = new Map<string, object[]>();
  for (const { module, json } of resources) {
    if (module) children.set(module, [...(children.get(module) ?? []), json]);
  }
  return {
    resources: resources.filter(one => !one.module).map(one => one.json),
    ...(children.size > 0
      ? {
          child_modules: [...children].map(([address, list]) => ({
            address,
            resources: list,
          })),
        }
      : {}),
  };
}

function values(
  resource: Described & { sensitive: string[] },
  attributes: object,
) {
  return {
    ...describe(resource),
    schema_version: 0,
    values: attributes,
    sensitive_values: marks(resource.sensitive),
  };
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
