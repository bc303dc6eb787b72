import type { JsonObject } from '../../datasources';
import type { DatasourceRef } from './panel';

/** The data sources that the mini-org's Grafana is set up with. */
export const PROMETHEUS: DatasourceRef = {
  type: 'prometheus',
  uid: 'prometheus',
};
export const LOKI: DatasourceRef = { type: 'loki', uid: 'loki' };
export const TESTDATA: DatasourceRef = {
  type: 'grafana-testdata-datasource',
  uid: 'testdata',
};

/** A query over time. */
export function prom(
  expr: string,
  legendFormat = '__auto',
  more: JsonObject = {},
) {
  return {
    datasource: PROMETHEUS,
    editorMode: 'code',
    expr,
    legendFormat,
    range: true,
    ...more,
  };
}

/** A query of the latest values. */
export function promNow(
  expr: string,
  legendFormat = '__auto',
  more: JsonObject = {},
) {
  return prom(expr, legendFormat, { instant: true, range: false, ...more });
}

export function loki(expr: string, more: JsonObject = {}) {
  return {
    datasource: LOKI,
    editorMode: 'code',
    expr,
    queryType: 'range',
    ...more,
  };
}

/** Values that stand in the query itself. */
export function csv(csvContent: string, more: JsonObject = {}) {
  return testdata('csv_content', { csvContent, ...more });
}

export function testdata(scenarioId: string, more: JsonObject = {}) {
  return { datasource: TESTDATA, scenarioId, ...more };
}

/** Frames that stand in the query itself. */
export function rawFrame(frames: JsonObject[], more: JsonObject = {}) {
  return testdata('raw_frame', {
    rawFrameContent: JSON.stringify(frames),
    ...more,
  });
}
