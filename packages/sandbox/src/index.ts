export {
  createSandbox,
  type Sandbox,
  type SandboxOptions,
} from './createSandbox';
export { PORTS, type ServiceName } from './kit';
