import type { DatasourceSetup } from '../datasources';

const NAMES: Record<string, string> = {
  'grafana-testdata-datasource': 'TestData',
  loki: 'Loki',
  prometheus: 'Prometheus',
};

/** A data source as the list has it. */
export function presentDatasource(setup: DatasourceSetup, index: number) {
  const { uid, name, type, access, url, isDefault, jsonData } = setup;
  return {
    id: index + 1,
    uid,
    orgId: 1,
    name,
    type,
    typeName: NAMES[type] ?? type,
    typeLogoUrl: `public/app/plugins/datasource/${type}/img/${type}_logo.svg`,
    access,
    url,
    user: '',
    database: '',
    basicAuth: false,
    isDefault,
    jsonData,
    readOnly: true,
  };
}

/** One data source by itself. */
export function presentOneDatasource(setup: DatasourceSetup, index: number) {
  const { typeName: _name, ...rest } = presentDatasource(setup, index);
  return {
    ...rest,
    typeLogoUrl: '',
    basicAuthUser: '',
    withCredentials: false,
    secureJsonFields: {},
    version: 1,
    apiVersion: '',
  };
}
