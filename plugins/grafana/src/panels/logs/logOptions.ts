import type { JsonObject } from '@backstage/types';
import { Options } from '../../charts/Options';

/** https://grafana.com/docs/grafana/latest/panels-visualizations/visualizations/logs/ */
export interface LogOptions {
  newestFirst: boolean;
  wraps: boolean;
  showTime: boolean;
  showLabels: boolean;
  /** Writes lines that are JSON over several lines. */
  prettifies: boolean;
  dedup: string;
  details: boolean;
}

export function logOptions(json: JsonObject): LogOptions {
  const options = new Options(json);
  return {
    newestFirst: options.text('sortOrder') !== 'Ascending',
    wraps: options.flag('wrapLogMessage') ?? false,
    showTime: options.flag('showTime') ?? true,
    showLabels: options.flag('showLabels') ?? false,
    prettifies: options.flag('prettifyLogMessage') ?? false,
    dedup: options.text('dedupStrategy') ?? 'none',
    details: options.flag('enableLogDetails') ?? true,
  };
}
