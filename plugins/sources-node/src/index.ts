export {
  sourceReportsServiceRef,
  type SourceReport,
  type SourceReports,
} from './SourceReports';
