import type { ModuleInstance } from './ModuleInstance';
import type { Body } from './parseDirectory';

/** Plans every resource of a module and of those that it calls. */
export function planModule(module: ModuleInstance): void {
  for (const address of module.blocks.resources.keys()) {
    module.instancesOf(address);
  }
  for (const [name, body] of module.blocks.moduleCalls) {
    planDependencies(module, body);
    for (const child of module.childrenOf(name).each) planModule(child.module);
  }
}

/** Makes sure that what a block's `depends_on` names is planned first. */
export function planDependencies(module: ModuleInstance, body: Body): void {
  for (const entry of Array.isArray(body.depends_on) ? body.depends_on : []) {
    const [first, second, third] = String(entry)
      .replace(/^\$\{|\}$/g, '')
      .split(/[.[]/);
    if (first === 'module' && module.blocks.moduleCalls.has(second)) {
      for (const child of module.childrenOf(second).each) {
        planModule(child.module);
      }
    } else {
      const address =
        first === 'data' ? `data.${second}.${third}` : `${first}.${second}`;
      if (module.blocks.resources.has(address)) module.instancesOf(address);
    }
  }
}
