import type { Component } from '../../../../world';
import type { ContentDashboard } from '../Content';
import { dashboard } from '../build/dashboard';
import { fixed, legend, ofName, STACKED } from '../build/looks';
import { panel } from '../build/panel';
import { loki } from '../build/targets';
import {
  customVariable,
  queryVariable,
  textVariable,
} from '../build/variables';

const LOGS = {
  dedupStrategy: 'none',
  enableLogDetails: true,
  prettifyLogMessage: false,
  showCommonLabels: false,
  showLabels: false,
  showTime: true,
  sortOrder: 'Descending',
  wrapLogMessage: true,
};

/** What one component writes down. */
export function logsDashboard({
  name,
  title,
  owner,
  language,
}: Component): ContentDashboard {
  // As the library of the language writes.
  const parser = language === 'go' ? 'logfmt' : 'json';
  const stream = `service="${name}",environment="$environment"`;
  const ofLevel = `{${stream}} | ${parser} | level=~"$level"`;
  return dashboard({
    uid: `${name}-logs`,
    title: `${title} / Logs`,
    tags: [name, 'golden-path'],
    folderUid: owner,
    time: { from: 'now-1h', to: 'now' },
    variables: [
      queryVariable(
        'environment',
        `label_values(up{service="${name}"}, environment)`,
        'production',
      ),
      customVariable('level', 'error,warn,info', ['error', 'warn', 'info'], {
        multi: true,
        includeAll: true,
        allValue: '.*',
      }),
      textVariable('search', ''),
    ],
    sections: [
      {
        panels: [
          panel('timeseries', 'Lines', {
            id: 1,
            w: 16,
            h: 6,
            defaults: { unit: 'short', min: 0 },
            custom: { ...STACKED, drawStyle: 'bars' },
            overrides: [
              ofName('error', { color: fixed('red') }),
              ofName('warn', { color: fixed('orange') }),
              ofName('info', { color: fixed('green') }),
            ],
            options: legend(['sum'], 'right'),
            targets: [
              loki(`sum by (level) (count_over_time(${ofLevel} [$__auto]))`, {
                legendFormat: '{{level}}',
              }),
            ],
          }),
          panel('stat', 'Errors a second', {
            id: 2,
            w: 8,
            h: 6,
            defaults: { unit: 'cps', decimals: 2 },
            options: {
              reduceOptions: {
                calcs: ['lastNotNull'],
                fields: '',
                values: false,
              },
              graphMode: 'area',
              colorMode: 'value',
            },
            targets: [
              loki(
                `sum(rate({${stream}} | ${parser} | level="error" [$__auto]))`,
                {
                  legendFormat: 'errors',
                },
              ),
            ],
          }),
          panel('logs', 'Log', {
            id: 3,
            w: 24,
            h: 12,
            options: LOGS,
            targets: [loki(`${ofLevel} |= "$search"`, { maxLines: 200 })],
          }),
          panel('logs', 'Errors', {
            id: 4,
            w: 24,
            h: 8,
            options: LOGS,
            targets: [
              loki(
                `{${stream}} | ${parser} | level="error" | line_format "{{.route}} {{.status}} {{.msg}}"`,
                { maxLines: 100 },
              ),
            ],
          }),
        ],
      },
    ],
  });
}
