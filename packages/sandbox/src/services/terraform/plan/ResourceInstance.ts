import { UNKNOWN, type Known, type Value, type ValueMap } from '../hcl/Value';
import type { ChangeAction, StateResource } from '../types';
import type { Phase } from './ModuleInstance';
import { computedAttribute } from './resourceTypes';

/** One planned resource instance: what is known of it before and after the apply. */
export class ResourceInstance {
  readonly address: string;
  readonly type: string;
  readonly index?: string | number;
  readonly action: ChangeAction;
  /** Names of attributes that must not be shown. */
  readonly sensitive: Set<string>;
  readonly prior?: StateResource;
  readonly #seed: string;
  readonly #planned: ValueMap;
  readonly #final: Record<string, Known>;

  constructor(options: {
    address: string;
    type: string;
    index?: string | number;
    action: ChangeAction;
    sensitive: Set<string>;
    prior?: StateResource;
    seed: string;
    planned: ValueMap;
    final: Record<string, Known>;
  }) {
    this.address = options.address;
    this.type = options.type;
    this.index = options.index;
    this.action = options.action;
    this.sensitive = options.sensitive;
    this.prior = options.prior;
    this.#seed = options.seed;
    this.#planned = options.planned;
    this.#final = options.final;
  }

  attributes(phase: Phase): ValueMap {
    return phase === 'plan' ? this.#planned : this.#final;
  }

  /** An attribute that neither the configuration nor the sandbox's knowledge of the type gives. */
  missing(name: string, phase: Phase): Value {
    const made = this.action === 'create' || this.action === 'replace';
    return phase === 'plan' && made
      ? UNKNOWN
      : computedAttribute(name, this.type, this.#seed);
  }
}
