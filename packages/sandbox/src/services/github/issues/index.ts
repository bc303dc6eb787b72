export { addComment } from './addComment';
export { announce, changeIssue, writeIssue } from './changeIssue';
export { createIssue, createPull } from './createIssue';
export { labelNames } from './labelNames';
export { selectIssues } from './selectIssues';
