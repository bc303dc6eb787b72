import ports from './portNumbers.json';

/**
 * The port of each sandbox service on 127.0.0.1. Other tools rely on these numbers; scripts that run
 * before anything is built read `portNumbers.json` itself.
 */
export const PORTS = ports;

/** The name of a sandbox service, as it stands in URLs of the control service and in faults. */
export type ServiceName = keyof typeof PORTS;
