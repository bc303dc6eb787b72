import { EvaluationError } from '../hcl/EvaluationError';
import type { Environment } from '../hcl/evaluate';
import { UNKNOWN, type Value, type ValueMap } from '../hcl/Value';
import type { Expansion } from './expandInstances';
import type { Evaluated, ModuleInstance, Phase } from './ModuleInstance';

type Marks = Pick<Evaluated, 'sensitive' | 'declaredSensitive'>;

/** What names mean in a module; reading something sensitive sets the marks. */
export function referencesOf(
  module: ModuleInstance,
  phase: Phase,
  marks: Marks,
): Environment {
  const take = (
    evaluated: Evaluated,
    used: number,
  ): { value: Value; used: number } => {
    marks.sensitive ||= evaluated.sensitive;
    marks.declaredSensitive ||= evaluated.declaredSensitive;
    return { value: evaluated.value, used };
  };
  return {
    lookup: (names): { value: Value; used: number } => {
      const [root, name = ''] = names;
      switch (root) {
        case 'var':
          if (!module.blocks.variables.has(name))
            throw undeclared(
              'input variable',
              `An input variable with the name "${name}" has not been declared.`,
            );
          return take(module.variable(name, phase), 2);
        case 'local':
          if (!module.blocks.locals.has(name))
            throw undeclared(
              'local value',
              `A local value with the name "${name}" has not been declared.`,
            );
          return take(module.local(name, phase), 2);
        case 'path':
          return {
            value:
              name === 'module' && module.directory ? module.directory : '.',
            used: 2,
          };
        case 'terraform':
          return { value: 'default', used: 2 };
        case 'module':
          return { value: moduleValue(module, name, phase, marks), used: 2 };
        case 'data':
          return {
            value: resourceValue(module, `data.${name}.${names[2]}`, phase),
            used: 3,
          };
        default:
          if (names.length === 1) {
            throw new EvaluationError(
              'Invalid reference',
              'A reference to a resource type must be followed by at least one attribute access, specifying the resource name.',
            );
          }
          return {
            value: resourceValue(module, `${root}.${name}`, phase),
            used: 2,
          };
      }
    },
    missingAttribute: (target, name) => {
      const owner = module.owners.get(target);
      return owner?.instance.missing(name, owner.phase);
    },
    onRead: (target, name) => {
      if (module.owners.get(target)?.instance.sensitive.has(name)) {
        marks.sensitive = true;
        marks.declaredSensitive = true;
      }
    },
  };
}

function resourceValue(
  module: ModuleInstance,
  address: string,
  phase: Phase,
): Value {
  const block = module.blocks.resources.get(address);
  if (!block) {
    const data = address.startsWith('data.');
    const [type, name] = address.replace(/^data\./, '').split('.');
    throw undeclared(
      'resource',
      `A ${
        data ? 'data' : 'managed'
      } resource "${type}" "${name}" has not been declared in ${
        module.path || 'the root module'
      }.`,
    );
  }
  const { each, kind } = module.instancesOf(address);
  const values = each.map(instance => {
    const attributes = { ...instance.attributes(phase) };
    module.owners.set(attributes, { instance, phase });
    return attributes;
  });
  return collect(
    kind,
    each.map(i => i.index),
    values,
  );
}

function moduleValue(
  module: ModuleInstance,
  name: string,
  phase: Phase,
  marks: Marks,
): Value {
  if (!module.blocks.moduleCalls.has(name)) {
    throw undeclared(
      'module',
      `No module call named "${name}" is declared in ${
        module.path || 'the root module'
      }.`,
    );
  }
  const { each, kind } = module.childrenOf(name);
  const values = each.map(({ module: child }) => {
    const outputs: ValueMap = {};
    for (const output of child.blocks.outputs.keys()) {
      const result = child.output(output, phase);
      marks.sensitive ||= result.sensitive;
      marks.declaredSensitive ||= result.declaredSensitive;
      outputs[output] = result.value;
    }
    return outputs;
  });
  return collect(
    kind,
    each.map(({ key }) => key.index),
    values,
  );
}

function undeclared(what: string, detail: string): EvaluationError {
  return new EvaluationError(`Reference to undeclared ${what}`, detail);
}

function collect(
  kind: Expansion['kind'],
  keys: (string | number | undefined)[],
  values: ValueMap[],
): Value {
  if (kind === 'one') return values[0] ?? UNKNOWN;
  if (kind === 'count') return values;
  return Object.fromEntries(values.map((value, i) => [String(keys[i]), value]));
}
