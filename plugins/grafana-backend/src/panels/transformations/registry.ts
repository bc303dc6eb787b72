import type { DataTransformerInfo } from '@grafana/data';
import { grafanaData } from '../frames/library';
import { extractFields } from './extractFields';
import { joinByLabels } from './joinByLabels';
import { partitionByValues } from './partitionByValues';
import { prepareTimeSeries } from './prepareTimeSeries';
import { rowsToFields } from './rowsToFields';
import { timeSeriesTable } from './timeSeriesTable';

/** Ids that dashboards of old have for transformations. */
const FORMER_NAMES: Record<string, string> = {
  seriesToColumns: 'joinByField',
  groupToMatrix: 'groupingToMatrix',
};

/**
 * Transformations by id: those of Grafana's library, and those that Grafana itself has beside it.
 * https://grafana.com/docs/grafana/latest/panels-visualizations/query-transform-data/transform-data/
 */
export function transformationOf(id: string): DataTransformerInfo | undefined {
  const all: DataTransformerInfo[] = [
    ...Object.values(grafanaData().standardTransformers),
    extractFields,
    joinByLabels,
    partitionByValues,
    prepareTimeSeries,
    rowsToFields,
    timeSeriesTable,
  ];
  return (
    all.find(it => it.id === id) ?? all.find(it => it.id === FORMER_NAMES[id])
  );
}
