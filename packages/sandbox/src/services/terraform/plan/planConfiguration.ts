import { hasUnknown, knownPart, sameValue, type Known } from '../hcl/Value';
import type {
  PlannedChange,
  PlannedOutput,
  PlanResult,
  StateVersion,
} from '../types';
import { loadConfiguration } from './loadConfiguration';
import { ModuleInstance } from './ModuleInstance';
import { planInstance } from './planInstance';
import { planModule } from './planModule';
import { readVariable, type VariableValue } from './variables';

/**
 * Plans a configuration against a state, without any provider: attributes that a provider would
 * compute are generated, the same each time for the same workspace and address.
 *
 * @throws DiagnosticsError for what Terraform would refuse
 */
export async function planConfiguration(options: {
  /** Folder that holds the root module. */
  root: string;
  workspaceName: string;
  variables: Map<string, VariableValue>;
  state?: StateVersion;
  isDestroy: boolean;
  /** Only looks whether what is there is still as the state says; here it always is. */
  refreshOnly?: boolean;
}): Promise<PlanResult> {
  const { root, workspaceName, variables, state, isDestroy } = options;
  const configuration = await loadConfiguration(root);
  const priors = new Map((state?.resources ?? []).map(r => [r.address, r]));
  const changes: PlannedChange[] = [];
  const module = new ModuleInstance({
    configuration,
    directory: '',
    path: '',
    input: name => {
      const given = variables.get(name);
      if (given) {
        return {
          value: readVariable(given, undefined),
          sensitive: given.sensitive,
          declaredSensitive: false,
        };
      }
      const value = configuration.variableFiles[name];
      return value === undefined
        ? undefined
        : { value, sensitive: false, declaredSensitive: false };
    },
    factory: {
      instance(owner, block, expansion) {
        const key = `${owner.path ? `${owner.path}.` : ''}${
          block.mode === 'data' ? 'data.' : ''
        }${block.type}.${block.name}${expansion.suffix}`;
        const { instance, change } = planInstance({
          module: owner,
          block,
          expansion,
          prior: block.mode === 'managed' ? priors.get(key) : undefined,
          seed: workspaceName,
          generation: state?.serial ?? 0,
        });
        changes.push(change);
        return instance;
      },
    },
  });

  const known: Record<string, Known> = {};
  for (const name of module.variableNames) {
    const { value, sensitive } = module.variable(name, 'plan');
    if (!sensitive) known[name] = knownPart(value) ?? null;
  }
  if (options.refreshOnly) return unchanged(state, known);
  if (!isDestroy) planModule(module);

  const wanted = new Set(changes.map(change => change.address));
  const destroyed = [...priors.values()]
    .filter(
      resource => resource.mode === 'managed' && !wanted.has(resource.address),
    )
    .reverse()
    .map(
      (resource): PlannedChange => ({
        ...resource,
        action: 'delete',
        before: resource.attributes,
        unknown: [],
        replaceBecause: [],
      }),
    );
  const all = [...destroyed, ...changes];
  const outputs = planOutputs(module, state, isDestroy);
  const count = (...actions: PlannedChange['action'][]) =>
    all.filter(change => actions.includes(change.action)).length;
  return {
    changes: all,
    outputs,
    summary: {
      add: count('create', 'replace'),
      change: count('update'),
      destroy: count('delete', 'replace'),
    },
    variables: known,
  };
}

function unchanged(
  state: StateVersion | undefined,
  variables: Record<string, Known>,
): PlanResult {
  return {
    changes: (state?.resources ?? []).map(resource => ({
      ...resource,
      action: 'no-op',
      before: resource.attributes,
      after: resource.attributes,
      unknown: [],
      replaceBecause: [],
      result: resource,
    })),
    outputs: (state?.outputs ?? []).map(({ name, value, sensitive }) => ({
      name,
      action: 'no-op',
      before: value,
      after: value,
      unknown: false,
      sensitive,
      result: value,
    })),
    summary: { add: 0, change: 0, destroy: 0 },
    variables,
  };
}

function planOutputs(
  module: ModuleInstance,
  state: StateVersion | undefined,
  isDestroy: boolean,
): PlannedOutput[] {
  const priors = new Map(
    (state?.outputs ?? []).map(output => [output.name, output]),
  );
  const names = isDestroy ? [] : [...module.blocks.outputs.keys()];
  const outputs = names.map((name): PlannedOutput => {
    const planned = module.output(name, 'plan');
    const final = module.output(name, 'final');
    const sensitive = module.blocks.outputs.get(name)?.sensitive === true;
    if (planned.declaredSensitive && !sensitive) {
      throw module.explain(
        'Output refers to sensitive values',
        'To reduce the risk of accidentally exporting sensitive data that was intended to be only internal, Terraform requires that any root module output containing sensitive data be explicitly marked as sensitive, to confirm your intent.\n\nIf you do intend to export this data, annotate the output value as sensitive by adding the following argument:\n    sensitive = true',
        ['output', name],
      );
    }
    const prior = priors.get(name);
    let action: PlannedOutput['action'] = 'create';
    if (prior)
      action = sameValue(prior.value, planned.value) ? 'no-op' : 'update';
    return {
      name,
      action,
      before: prior?.value,
      after: knownPart(planned.value),
      unknown: hasUnknown(planned.value),
      sensitive,
      result: knownPart(final.value) ?? null,
    };
  });
  const removed = [...priors.values()]
    .filter(prior => !names.includes(prior.name))
    .map(
      (prior): PlannedOutput => ({
        name: prior.name,
        action: 'delete',
        before: prior.value,
        unknown: false,
        sensitive: prior.sensitive,
      }),
    );
  return [...outputs, ...removed];
}
