import type { JsonObject } from '@backstage/types';
import { Options } from '../../charts/Options';

/** https://grafana.com/docs/grafana/latest/panels-visualizations/visualizations/pie-chart/ */
export interface PieOptions {
  donut: boolean;
  sort: 'desc' | 'asc' | 'none';
  /** Words on the slices: `name`, `value`, `percent`. */
  labels: readonly string[];
  /** Columns of the legend: `value`, `percent`. */
  legendValues: readonly string[];
}

export function pieOptions(json: JsonObject): PieOptions {
  const options = new Options(json);
  return {
    donut: options.choice('pieType', ['pie', 'donut'], 'pie') === 'donut',
    sort: options.choice('sort', ['desc', 'asc', 'none'], 'desc'),
    labels: options.texts('displayLabels'),
    legendValues: options.child('legend').texts('values'),
  };
}
