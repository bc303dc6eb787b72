export { isTakenOver } from './isTakenOver';
export { TaskTakenOverError } from './TaskTakenOverError';
