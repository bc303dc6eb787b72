export { createDatasources } from './createDatasources';
export type {
  Datasource,
  DatasourceSetup,
  JsonObject,
  QueryContext,
  QueryResult,
  ResourceAnswer,
} from './Datasource';
export type { DataFrameJson } from './frames/DataFrameJson';
