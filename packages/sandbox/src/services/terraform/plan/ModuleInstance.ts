import { join, normalize, relative } from 'node:path';
import { EvaluationError } from '../hcl/EvaluationError';
import { evaluate, withNames, type Environment } from '../hcl/evaluate';
import { parseTemplate } from '../hcl/parseExpression';
import {
  isMap,
  UNKNOWN,
  type Known,
  type Value,
  type ValueMap,
} from '../hcl/Value';
import { DiagnosticsError } from './Diagnostic';
import { expandInstances, type Expansion } from './expandInstances';
import { blocksOf, type Configuration } from './loadConfiguration';
import { locate } from './locate';
import type { Body, ParsedFile } from './parseDirectory';
import type { ResourceInstance } from './ResourceInstance';
import { convert, typeName } from './variables';

/** Values before an apply (parts unknown), or after it. */
export type Phase = 'plan' | 'final';

export interface Evaluated {
  value: Value;
  /** Not to be shown. */
  sensitive: boolean;
  /** Derived from what the configuration itself calls sensitive: outputs must say so too. */
  declaredSensitive: boolean;
}

export interface ResourceBlock {
  mode: 'managed' | 'data';
  type: string;
  name: string;
  body: Body;
}

/** Where an expression stands: for error messages, and for `count`, `each` and iterators. */
export interface Place {
  block: string[];
  names?: ValueMap;
}

/** Makes resource instances for a module; implemented by the planner. */
export interface InstanceFactory {
  instance(
    module: ModuleInstance,
    block: ResourceBlock,
    expansion: Expansion,
  ): ResourceInstance;
}

/** One instance of a module: its names and what they mean. Everything is evaluated when first asked for. */
export class ModuleInstance {
  /** e.g. `module.db` or `module.db[0]`; empty for the root. */
  readonly path: string;
  readonly resources = new Map<string, ResourceBlock>();
  readonly moduleCalls: Map<string, Body>;
  readonly outputs: Map<string, Body>;
  readonly #configuration: Configuration;
  readonly #directory: string;
  readonly #files: ParsedFile[];
  readonly #factory: InstanceFactory;
  readonly #variables: Map<string, Body>;
  readonly #locals = new Map<string, Known>();
  readonly #input: (name: string, phase: Phase) => Evaluated | undefined;
  readonly #memo = new Map<string, Evaluated>();
  readonly #underway = new Set<string>();
  readonly #instances = new Map<
    string,
    { each: ResourceInstance[]; keyed: Expansion['kind'] }
  >();
  readonly #children = new Map<
    string,
    {
      each: { key: Expansion; module: ModuleInstance }[];
      kind: Expansion['kind'];
    }
  >();
  readonly #owners = new WeakMap<
    ValueMap,
    { instance: ResourceInstance; phase: Phase }
  >();

  constructor(options: {
    configuration: Configuration;
    directory: string;
    path: string;
    factory: InstanceFactory;
    input: (name: string, phase: Phase) => Evaluated | undefined;
  }) {
    this.path = options.path;
    this.#configuration = options.configuration;
    this.#directory = options.directory;
    this.#files =
      options.configuration.directories.get(options.directory) ?? [];
    this.#factory = options.factory;
    this.#input = options.input;
    this.#variables = this.#labelled('variable');
    this.outputs = this.#labelled('output');
    this.moduleCalls = this.#labelled('module');
    for (const file of this.#files) {
      for (const mode of ['managed', 'data'] as const) {
        const kinds = file.body[mode === 'managed' ? 'resource' : 'data'];
        if (!isMap(kinds)) continue;
        for (const [type, named] of Object.entries(kinds)) {
          for (const [name, body] of blocksOf(named as Known)) {
            this.resources.set(
              `${mode === 'data' ? 'data.' : ''}${type}.${name}`,
              { mode, type, name, body },
            );
          }
        }
      }
      const locals = file.body.locals;
      for (const block of Array.isArray(locals) ? locals : []) {
        if (isMap(block))
          Object.entries(block).forEach(([name, value]) =>
            this.#locals.set(name, value as Known),
          );
      }
    }
  }

  get variableNames(): string[] {
    return [...this.#variables.keys()];
  }

  variable(name: string, phase: Phase): Evaluated {
    return this.#once(`var.${name}`, phase, () =>
      this.#readVariable(name, phase),
    );
  }

  output(name: string, phase: Phase): Evaluated {
    return this.#once(`output.${name}`, phase, () => {
      const body = this.outputs.get(name)!;
      const result = this.evaluate(body.value ?? '', phase, {
        block: ['output', name],
      });
      return body.sensitive === true
        ? { ...result, sensitive: true, declaredSensitive: true }
        : result;
    });
  }

  /** Evaluates what `hcl2json` made of an argument. */
  evaluate(source: Known, phase: Phase, place: Place): Evaluated {
    const marks = { sensitive: false, declaredSensitive: false };
    let base: Environment = this.#environment(phase, marks);
    if (place.names) base = withNames(base, place.names);
    const read = (part: Known): Value => {
      if (typeof part === 'string') {
        try {
          return evaluate(parseTemplate(part), base);
        } catch (error) {
          throw this.#explain(error as Error, place, part);
        }
      }
      if (Array.isArray(part)) return part.map(read);
      if (isMap(part)) {
        return Object.fromEntries(
          Object.entries(part).map(([key, inner]) => [
            key,
            read(inner as Known),
          ]),
        );
      }
      return part;
    };
    const value = read(source);
    return { value, ...marks };
  }

  /** The instances of a resource or data block, planned when first asked for. */
  instancesOf(address: string): {
    each: ResourceInstance[];
    kind: Expansion['kind'];
  } {
    const known = this.#instances.get(address);
    if (known) return { each: known.each, kind: known.keyed };
    const block = this.resources.get(address)!;
    return this.#guard(`${address}`, () => {
      const { kind, expansions } = expandInstances(
        this,
        block.body,
        blockWords(block),
      );
      const each = expansions.map(expansion =>
        this.#factory.instance(this, block, expansion),
      );
      this.#instances.set(address, { each, keyed: kind });
      return { each, kind };
    });
  }

  /** The instances of a module call. */
  childrenOf(name: string): {
    each: { key: Expansion; module: ModuleInstance }[];
    kind: Expansion['kind'];
  } {
    const known = this.#children.get(name);
    if (known) return known;
    const body = this.moduleCalls.get(name)!;
    const block = ['module', name];
    const { kind, expansions } = expandInstances(this, body, block);
    const directory = relative(
      '.',
      normalize(join(this.#directory, String(body.source))),
    );
    const each = expansions.map(key => ({
      key,
      module: new ModuleInstance({
        configuration: this.#configuration,
        directory,
        path: `${this.path ? `${this.path}.` : ''}module.${name}${key.suffix}`,
        factory: this.#factory,
        input: (input, phase) =>
          input in body && body[input] !== null
            ? this.evaluate(body[input], phase, { block, names: key.names })
            : undefined,
      }),
    }));
    const children = { each, kind };
    this.#children.set(name, children);
    return children;
  }

  /** Makes sure that what `depends_on` names is planned first. */
  planDependencies(body: Body): void {
    for (const entry of Array.isArray(body.depends_on) ? body.depends_on : []) {
      const [first, second, third] = String(entry)
        .replace(/^\$\{|\}$/g, '')
        .split(/[.[]/);
      if (first === 'module' && this.moduleCalls.has(second)) {
        for (const { module } of this.childrenOf(second).each) module.planAll();
      } else {
        const address =
          first === 'data' ? `data.${second}.${third}` : `${first}.${second}`;
        if (this.resources.has(address)) this.instancesOf(address);
      }
    }
  }

  /** Plans every resource of this module and of those that it calls. */
  planAll(): void {
    for (const address of this.resources.keys()) this.instancesOf(address);
    for (const [name, body] of this.moduleCalls) {
      this.planDependencies(body);
      for (const { module } of this.childrenOf(name).each) module.planAll();
    }
  }

  explain(
    summary: string,
    detail: string,
    block: string[],
    needle?: string,
  ): DiagnosticsError {
    return new DiagnosticsError({
      summary,
      detail,
      ...locate({ files: this.#files, block, needle }),
    });
  }

  #labelled(kind: string): Map<string, Body> {
    return new Map(this.#files.flatMap(file => blocksOf(file.body[kind])));
  }

  #once(key: string, phase: Phase, work: () => Evaluated): Evaluated {
    const id = `${phase} ${key}`;
    const known = this.#memo.get(id);
    if (known) return known;
    const result = this.#guard(id, work);
    this.#memo.set(id, result);
    return result;
  }

  #guard<T>(id: string, work: () => T): T {
    if (this.#underway.has(id)) {
      throw new DiagnosticsError({
        summary: `Cycle: ${[...this.#underway]
          .map(k => k.replace(/^(plan|final) /, ''))
          .join(', ')}`,
        detail: '',
      });
    }
    this.#underway.add(id);
    try {
      return work();
    } finally {
      this.#underway.delete(id);
    }
  }

  #readVariable(name: string, phase: Phase): Evaluated {
    const body = this.#variables.get(name)!;
    const block = ['variable', name];
    const declared = body.sensitive === true;
    let given: Evaluated | undefined;
    try {
      given = this.#input(name, phase);
    } catch (error) {
      throw this.#explain(error as Error, { block }, name);
    }
    if (!given && body.default === undefined) {
      throw this.path
        ? this.explain(
            'Missing required argument',
            `The argument "${name}" is required, but no definition was found.`,
            block,
          )
        : this.explain(
            'No value for required variable',
            `The root module input variable "${name}" is not set, and has no default value. Use a -var or -var-file command line argument to provide a value for this variable.`,
            block,
          );
    }
    let value: Value;
    try {
      value = convert(
        given ? given.value : (body.default as Value),
        typeName(body.type),
      );
    } catch (error) {
      throw this.#explain(error as Error, { block }, name);
    }
    const result: Evaluated = {
      value,
      sensitive: declared || (given?.sensitive ?? false),
      declaredSensitive: declared || (given?.declaredSensitive ?? false),
    };
    // Known to its own validation, before it is memorised.
    const validations = Array.isArray(body.validation) ? body.validation : [];
    for (const rule of validations) {
      if (!isMap(rule) || typeof rule.condition !== 'string') continue;
      this.#memo.set(`${phase} var.${name}`, result);
      const holds = this.evaluate(rule.condition as Known, phase, {
        block,
      }).value;
      if (holds === false) {
        const message = this.evaluate(
          (rule.error_message ?? '') as Known,
          phase,
          { block },
        ).value;
        throw this.explain(
          'Invalid value for variable',
          `${String(
            message,
          )}\n\nThis was checked by the validation rule of variable "${name}".`,
          block,
        );
      }
    }
    return result;
  }

  #environment(
    phase: Phase,
    marks: { sensitive: boolean; declaredSensitive: boolean },
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
            if (!this.#variables.has(name))
              throw undeclared(
                'input variable',
                `An input variable with the name "${name}" has not been declared.`,
              );
            return take(this.variable(name, phase), 2);
          case 'local': {
            const source = this.#locals.get(name);
            if (source === undefined)
              throw undeclared(
                'local value',
                `A local value with the name "${name}" has not been declared.`,
              );
            return take(
              this.#once(`local.${name}`, phase, () =>
                this.evaluate(source, phase, { block: ['locals'] }),
              ),
              2,
            );
          }
          case 'path':
            return {
              value:
                name === 'module' && this.#directory ? this.#directory : '.',
              used: 2,
            };
          case 'terraform':
            return { value: 'default', used: 2 };
          case 'module':
            return { value: this.#moduleValue(name, phase, marks), used: 2 };
          case 'data':
            return {
              value: this.#resourceValue(`data.${name}.${names[2]}`, phase),
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
              value: this.#resourceValue(`${root}.${name}`, phase),
              used: 2,
            };
        }
      },
      missingAttribute: (target, name) => {
        const owner = this.#owners.get(target);
        return owner?.instance.missing(name, owner.phase);
      },
      onRead: (target, name) => {
        if (this.#owners.get(target)?.instance.sensitive.has(name)) {
          marks.sensitive = true;
          marks.declaredSensitive = true;
        }
      },
    };
  }

  #resourceValue(address: string, phase: Phase): Value {
    const block = this.resources.get(address);
    if (!block) {
      const data = address.startsWith('data.');
      const [type, name] = address.replace(/^data\./, '').split('.');
      throw undeclared(
        'resource',
        `A ${
          data ? 'data' : 'managed'
        } resource "${type}" "${name}" has not been declared in ${
          this.path || 'the root module'
        }.`,
      );
    }
    const { each, kind } = this.instancesOf(address);
    const values = each.map(instance => {
      const attributes = { ...instance.attributes(phase) };
      this.#owners.set(attributes, { instance, phase });
      return attributes;
    });
    return collect(
      kind,
      each.map(i => i.index),
      values,
    );
  }

  #moduleValue(
    name: string,
    phase: Phase,
    marks: { sensitive: boolean; declaredSensitive: boolean },
  ): Value {
    if (!this.moduleCalls.has(name))
      throw undeclared(
        'module',
        `No module call named "${name}" is declared in ${
          this.path || 'the root module'
        }.`,
      );
    const { each, kind } = this.childrenOf(name);
    const values = each.map(({ module }) => {
      const outputs: ValueMap = {};
      for (const output of module.outputs.keys()) {
        const result = module.output(output, phase);
        marks.sensitive ||= result.sensitive;
        marks.declaredSensitive ||= result.declaredSensitive;
        outputs[output] = result.value;
      }
      return outputs;
    });
    return collect(
      kind,
      each.map(child => child.key.index),
      values,
    );
  }

  #explain(error: Error, place: Place, source: string): Error {
    if (!(error instanceof EvaluationError)) return error;
    const needle = /\$\{([^}]*)\}/.exec(source)?.[1].trim() ?? source;
    return this.explain(
      error.message,
      error.detail,
      place.block,
      needle.split('\n')[0],
    );
  }
}

/** The words that open a resource's block. */
export function blockWords({ mode, type, name }: ResourceBlock): string[] {
  return [mode === 'data' ? 'data' : 'resource', type, name];
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
