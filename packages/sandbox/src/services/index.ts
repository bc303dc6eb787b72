import type { Faults, Kit, RequestLog, SandboxService } from '../kit';
import { createWorld } from '../world';

/** All services, in the order in which they are seeded and started. */
export function createServices(options: {
  kit: Kit;
  requests: RequestLog;
  faults: Faults;
}): SandboxService[] {
  const { kit } = options;
  const world = createWorld();
  void kit;
  void world;
  return [];
}
