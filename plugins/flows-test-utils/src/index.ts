export { SandboxDriver, type StartedSandbox } from './SandboxDriver';
export { settleTasks } from './settleTasks';
export { StepRunner } from './StepRunner';
