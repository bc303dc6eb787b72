export { Clock } from './Clock';
export { createServiceApp } from './createServiceApp';
export { Faults, InvalidFaultError, type Fault } from './Faults';
export { PORTS, type ServiceName } from './ports';
export { RequestLog, type LoggedRequest } from './RequestLog';
export type { Kit, SandboxService } from './SandboxService';
export { Store, type Collection } from './Store';
