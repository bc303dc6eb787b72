export { readFocusFile, type FocusFile } from './read/readFocusFile';
