import { isMap, type Known } from '../hcl/Value';
import { blocksOf } from './loadConfiguration';
import type { Body, ParsedFile } from './parseDirectory';

/** A `resource` or `data` block. */
export interface ResourceBlock {
  mode: 'managed' | 'data';
  type: string;
  name: string;
  body: Body;
}

/** The words that open a resource's block. */
export function blockWords({ mode, type, name }: ResourceBlock): string[] {
  return [mode === 'data' ? 'data' : 'resource', type, name];
}

/** What the files of a module declare, by name. */
export class ModuleBlocks {
  readonly variables: Map<string, Body>;
  readonly outputs: Map<string, Body>;
  readonly moduleCalls: Map<string, Body>;
  readonly locals = new Map<string, Known>();
  /** By `type.name`, or `data.type.name`. */
  readonly resources = new Map<string, ResourceBlock>();

  constructor(files: ParsedFile[]) {
    const labelled = (kind: string) =>
      new Map(files.flatMap(file => blocksOf(file.body[kind])));
    this.variables = labelled('variable');
    this.outputs = labelled('output');
    this.moduleCalls = labelled('module');
    for (const { body } of files) {
      this.#addResources('managed', body.resource);
      this.#addResources('data', body.data);
      for (const block of Array.isArray(body.locals) ? body.locals : []) {
        for (const [name, value] of Object.entries(isMap(block) ? block : {})) {
          this.locals.set(name, value as Known);
        }
      }
    }
  }

  #addResources(mode: ResourceBlock['mode'], types: Known | undefined): void {
    for (const [type, named] of Object.entries(isMap(types) ? types : {})) {
      for (const [name, body] of blocksOf(named as Known)) {
        const prefix = mode === 'data' ? 'data.' : '';
        this.resources.set(`${prefix}${type}.${name}`, {
          mode,
          type,
          name,
          body,
        });
      }
    }
  }
}
