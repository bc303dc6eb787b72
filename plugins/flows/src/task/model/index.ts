export { readTask } from './readTask';
export { printLog } from './readLog';
export { leftBehind, summariseLedger } from './readLedger';
export type * from './TaskView';
export { describeState, secondsLeft } from './describeState';
export { formatMoment, formatTime } from './format';
export { describeCleanup, type CleanupWords } from './describeCleanup';
