import { join, normalize, relative } from 'node:path';
import { EvaluationError } from '../hcl/EvaluationError';
import { evaluate, withNames, type Environment } from '../hcl/evaluate';
import { parseTemplate } from '../hcl/parseExpression';
import { isMap, type Known, type Value, type ValueMap } from '../hcl/Value';
import { DiagnosticsError } from './Diagnostic';
import { expandInstances, type Expansion } from './expandInstances';
import type { Configuration } from './loadConfiguration';
import { locate } from './locate';
import { blockWords, ModuleBlocks, type ResourceBlock } from './ModuleBlocks';
import type { ParsedFile } from './parseDirectory';
import { referencesOf } from './referencesOf';
import type { ResourceInstance } from './ResourceInstance';
import {
  readModuleVariable,
  validateModuleVariable,
} from './readModuleVariable';

/** Values before an apply (parts unknown), or after it. */
export type Phase = 'plan' | 'final';

export interface Evaluated {
  value: Value;
  /** Not to be shown. */
  sensitive: boolean;
  /** Derived from what the configuration itself calls sensitive: outputs must say so too. */
  declaredSensitive: boolean;
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
  /** Relative to the configuration's root. */
  readonly directory: string;
  readonly blocks: ModuleBlocks;
  /** Which instance an object of attributes was read from. */
  readonly owners = new WeakMap<
    ValueMap,
    { instance: ResourceInstance; phase: Phase }
  >();
  readonly #configuration: Configuration;
  readonly #files: ParsedFile[];
  readonly #factory: InstanceFactory;
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

  constructor(options: {
    configuration: Configuration;
    directory: string;
    path: string;
    factory: InstanceFactory;
    input: (name: string, phase: Phase) => Evaluated | undefined;
  }) {
    this.path = options.path;
    this.#configuration = options.configuration;
    this.directory = options.directory;
    this.#files =
      options.configuration.directories.get(options.directory) ?? [];
    this.#factory = options.factory;
    this.#input = options.input;
    this.blocks = new ModuleBlocks(this.#files);
  }

  get variableNames(): string[] {
    return [...this.blocks.variables.keys()];
  }

  variable(name: string, phase: Phase): Evaluated {
    const known = this.#memo.get(`${phase} var.${name}`);
    if (known) return known;
    const result = this.#once(`var.${name}`, phase, () =>
      readModuleVariable({
        module: this,
        name,
        given: () => this.#input(name, phase),
      }),
    );
    validateModuleVariable(this, name, phase);
    return result;
  }

  local(name: string, phase: Phase): Evaluated {
    return this.#once(`local.${name}`, phase, () =>
      this.evaluate(this.blocks.locals.get(name)!, phase, {
        block: ['locals'],
      }),
    );
  }

  output(name: string, phase: Phase): Evaluated {
    return this.#once(`output.${name}`, phase, () => {
      const body = this.blocks.outputs.get(name)!;
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
    let base: Environment = referencesOf(this, phase, marks);
    if (place.names) base = withNames(base, place.names);
    const read = (part: Known): Value => {
      if (typeof part === 'string') {
        try {
          return evaluate(parseTemplate(part), base);
        } catch (error) {
          throw this.explainError(error as Error, place, part);
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
    const block = this.blocks.resources.get(address)!;
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
    const body = this.blocks.moduleCalls.get(name)!;
    const block = ['module', name];
    const { kind, expansions } = expandInstances(this, body, block);
    const directory = relative(
      '.',
      normalize(join(this.directory, String(body.source))),
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

  /** Says where an expression stands that can't be evaluated; other errors stay as they are. */
  explainError(error: Error, place: Place, source: string): Error {
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
