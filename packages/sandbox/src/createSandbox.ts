import type { ServiceName } from './kit';
import { createServices, type OktaOptions, type ScimOptions } from './services';
import {
  startServices,
  type Sandbox,
  type StartOptions,
} from './startServices';
import { createWorld, type World } from './world';

export type { Sandbox };

export interface SandboxOptions extends Omit<StartOptions, 'createServices'> {
  /** Starts only these (and listens for no other); all if absent. */
  only?: ServiceName[];
  /** The organisation that it is; the mini-org if absent. */
  world?: World;
  /** How AWS gets its users from Okta; eight seconds after each change if absent. */
  scim?: ScimOptions;
  /** How many requests Okta takes; 6000 a minute if absent. */
  okta?: OktaOptions;
}

/**
 * Builds the mini-org's platform and listens on 127.0.0.1.
 *
 * @throws Error that names the service and the port where a port is taken
 */
export function createSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { only, world = createWorld(), scim, okta, ...rest } = options;
  return startServices({
    ...rest,
    createServices: context =>
      createServices({ ...context, world, scim, okta }).filter(
        service => !only || only.includes(service.name),
      ),
  });
}
