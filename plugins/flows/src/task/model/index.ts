export { readTask } from './readTask';
export { printLog } from './readLog';
export { leftBehind, summariseLedger } from './readLedger';
export type * from './TaskView';
export { describeState, secondsLeft, type Tone } from './describeState';
export { formatDuration, formatMoment, formatTime } from './format';
