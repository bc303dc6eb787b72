export { guardedStep, type StepGuard } from './guardedStep';
export { DefaultNameService } from './names/DefaultNameService';
export type { GithubPlace, NameService } from './names/NameService';
