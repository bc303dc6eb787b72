import type { SandboxService } from './SandboxService';

/** What the control service may do with the sandbox that it belongs to. */
export interface SandboxControl {
  /** The services that run, in the order in which they are listed. */
  services(): SandboxService[];
  /** Whether the service answers: for HTTP, whether its port is listened on. */
  isListening(service: SandboxService): boolean;
  /**
   * Goes back to the seeded state in place. A second call during a reset waits for the same one.
   *
   * @throws what a service's `stop`, `seed` or `start` threw; requests then go on getting 503 until a reset succeeds
   */
  reset(): Promise<void>;
}
