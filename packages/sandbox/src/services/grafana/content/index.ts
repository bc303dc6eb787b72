export type {
  Content,
  ContentAlertRule,
  ContentDashboard,
  ContentFolder,
  ContentLibraryPanel,
} from './Content';
export { createContent } from './createContent';
