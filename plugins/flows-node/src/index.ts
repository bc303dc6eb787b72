export { guardedStep, type StepGuard } from './guardedStep';
