import type { JsonObject } from '@backstage/types';
import { Options } from '../../charts/Options';

/** https://grafana.com/docs/grafana/latest/panels-visualizations/visualizations/table/ */
export interface TableOptions {
  showHeader: boolean;
  /** Of one row, in CSS pixels. */
  rowHeight: number;
  pages: boolean;
  /** Footer of the whole table, as dashboards kept it before fields had their own. */
  footer: {
    shown: boolean;
    reducers: string[];
    fields: string[];
    rows: boolean;
  };
  sortBy?: { name: string; descending: boolean };
  frameIndex: number;
}

const ROW = { sm: 28, md: 36, lg: 48 };

export function tableOptions(json: JsonObject): TableOptions {
  const options = new Options(json);
  const footer = options.child('footer');
  const [first] = Array.isArray(json.sortBy) ? json.sortBy : [];
  const sort = new Options(first);
  const name = sort.text('displayName');
  const height = options.choice('cellHeight', ['sm', 'md', 'lg'], 'sm');
  return {
    showHeader: options.flag('showHeader') ?? true,
    rowHeight: ROW[height],
    pages:
      options.flag('enablePagination') ??
      footer.flag('enablePagination') ??
      false,
    footer: {
      shown: footer.flag('show') ?? false,
      reducers: footer.texts('reducer'),
      fields: footer.texts('fields'),
      rows: footer.flag('countRows') ?? false,
    },
    ...(name && { sortBy: { name, descending: sort.flag('desc') ?? false } }),
    frameIndex: options.number('frameIndex') ?? 0,
  };
}
