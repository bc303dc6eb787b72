import type {
  Faults,
  Kit,
  RequestLog,
  SandboxControl,
  SandboxService,
} from '../kit';
import type { World } from '../world';
import { ControlService } from './control';
import { OktaService } from './okta';

/** All services, in the order in which they are seeded and started. */
export function createServices(options: {
  kit: Kit;
  requests: RequestLog;
  faults: Faults;
  control: SandboxControl;
  world: World;
}): SandboxService[] {
  const { kit, requests, faults, control, world } = options;
  return [
    new ControlService({ requests, faults, control, urls: kit.urls }),
    new OktaService(kit, world),
  ];
}
