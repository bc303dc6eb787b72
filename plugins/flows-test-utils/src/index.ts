export { SandboxDriver, type StartedSandbox } from './SandboxDriver';
export { StepRunner } from './StepRunner';
