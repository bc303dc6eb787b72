import { isMap, type Known, type Value } from '../hcl/Value';
import type { Evaluated, ModuleInstance, Phase } from './ModuleInstance';
import { convert, typeName } from './variables';

/**
 * The value of a module's variable: given or default, converted to its type.
 *
 * @param options.given what the caller of the module gives
 * @throws DiagnosticsError where it has none, or one of another type
 */
export function readModuleVariable(options: {
  module: ModuleInstance;
  name: string;
  given: () => Evaluated | undefined;
}): Evaluated {
  const { module, name } = options;
  const body = module.blocks.variables.get(name)!;
  const block = ['variable', name];
  const declared = body.sensitive === true;
  let given: Evaluated | undefined;
  let value: Value = null; // a default of null
  try {
    given = options.given();
    value = convert(given?.value ?? body.default ?? null, typeName(body.type));
  } catch (error) {
    throw module.explainError(error as Error, { block }, name);
  }
  if (!given && body.default === undefined) {
    throw module.path
      ? module.explain(
          'Missing required argument',
          `The argument "${name}" is required, but no definition was found.`,
          block,
        )
      : module.explain(
          'No value for required variable',
          `The root module input variable "${name}" is not set, and has no default value. Use a -var or -var-file command line argument to provide a value for this variable.`,
          block,
        );
  }
  return {
    value,
    sensitive: declared || (given?.sensitive ?? false),
    declaredSensitive: declared || (given?.declaredSensitive ?? false),
  };
}

/**
 * Holds a variable against its validation rules, which may refer to it.
 *
 * @throws DiagnosticsError with the rule's own message
 */
export function validateModuleVariable(
  module: ModuleInstance,
  name: string,
  phase: Phase,
): void {
  const block = ['variable', name];
  const rules = module.blocks.variables.get(name)?.validation;
  for (const rule of Array.isArray(rules) ? rules : []) {
    if (!isMap(rule) || typeof rule.condition !== 'string') continue;
    if (module.evaluate(rule.condition, phase, { block }).value !== false) {
      continue;
    }
    const text = (rule.error_message ?? '') as Known;
    const message = module.evaluate(text, phase, { block }).value;
    throw module.explain(
      'Invalid value for variable',
      `${String(
        message,
      )}\n\nThis was checked by the validation rule of variable "${name}".`,
      block,
    );
  }
}
