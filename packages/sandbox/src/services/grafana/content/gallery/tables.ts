import type { JsonObject } from '../../datasources';
import { ofName, thresholds } from '../build/looks';
import { panel, type Panel } from '../build/panel';
import { csv, loki, testdata } from '../build/targets';
import { TEAMS } from './values';

/** Tables, lines of logs, and texts. */
export function tablePanels(): Panel[] {
  return [...tables(), ...logs(), ...texts()];
}

const REQUESTS = {
  thresholds: thresholds([null, 'green'], [100, 'orange'], [1000, 'red']),
};

function table(
  title: string,
  cells: JsonObject,
  spec: { options?: JsonObject; csv?: string } = {},
): Panel {
  return panel('table', title, {
    w: 12,
    h: 6,
    targets: [csv(spec.csv ?? TEAMS)],
    custom: { align: 'auto', cellOptions: { type: 'auto' }, inspect: false },
    options: { cellHeight: 'sm', showHeader: true, ...spec.options },
    overrides: Object.entries(cells).map(([name, properties]) =>
      ofName(name, properties as JsonObject),
    ),
  });
}

function tables(): Panel[] {
  const cell = (type: string, more: JsonObject = {}) => ({
    'custom.cellOptions': { type, ...more },
  });
  return [
    table(
      'Table: sorted, with a footer',
      { share: { unit: 'percentunit', decimals: 1 } },
      {
        options: {
          sortBy: [{ displayName: 'requests', desc: true }],
          footer: {
            show: true,
            reducer: ['sum'],
            fields: ['requests', 'errors'],
            countRows: false,
          },
        },
      },
    ),
    table('Table: coloured text and background', {
      requests: { ...REQUESTS, ...cell('color-background', { mode: 'basic' }) },
      errors: {
        color: { mode: 'continuous-GrYlRd' },
        min: 0,
        max: 12,
        ...cell('color-background', { mode: 'gradient' }),
      },
      state: {
        ...cell('color-text'),
        mappings: [
          {
            type: 'value',
            options: {
              ok: { color: 'green', index: 0 },
              warn: { color: 'orange', index: 1 },
              down: { color: 'red', index: 2 },
            },
          },
        ],
      },
    }),
    table('Table: gauges in cells', {
      requests: {
        ...REQUESTS,
        min: 0,
        max: 1500,
        ...cell('gauge', { mode: 'gradient', valueDisplayMode: 'color' }),
      },
      errors: { min: 0, max: 20, ...cell('gauge', { mode: 'lcd' }) },
      share: {
        unit: 'percentunit',
        min: 0,
        max: 1,
        ...cell('gauge', { mode: 'basic', valueDisplayMode: 'text' }),
      },
    }),
    table('Table: widths, alignment, hidden, filter and links', {
      team: {
        'custom.width': 200,
        'custom.filterable': true,
        displayName: 'Team',
        links: [
          {
            title: 'Show ${__value.text}',
            url: 'https://example.com/teams/${__value.raw}',
            targetBlank: true,
          },
        ],
      },
      requests: { 'custom.align': 'left' },
      region: { 'custom.hidden': true },
    }),
    table(
      'Table: many rows, in pages',
      {},
      {
        options: { enablePagination: true },
        csv: `id,name\n${Array.from(
          { length: 120 },
          (_, i) => `${i + 1},order ${i + 1}`,
        ).join('\n')}`,
      },
    ),
    table(
      'Table: JSON, no header',
      { payload: cell('json-view') },
      {
        options: { showHeader: false },
        csv: 'id,payload\n1,"{""sku"":""a"",""count"":2}"\n2,"{""sku"":""b""}"',
      },
    ),
  ];
}

function logs(): Panel[] {
  const options = {
    showTime: true,
    showLabels: false,
    showCommonLabels: false,
    wrapLogMessage: true,
    prettifyLogMessage: false,
    enableLogDetails: true,
    dedupStrategy: 'none',
    sortOrder: 'Descending',
  };
  return [
    panel('logs', 'Logs of Loki', {
      w: 12,
      options,
      targets: [
        loki(
          '{service="orders",environment="production"} | json | level=~"warn|error"',
          { maxLines: 100 },
        ),
      ],
    }),
    panel('logs', 'Logs: oldest first, labels, without repeats', {
      w: 12,
      options: {
        ...options,
        sortOrder: 'Ascending',
        showLabels: true,
        dedupStrategy: 'numbers',
        wrapLogMessage: false,
      },
      targets: [testdata('logs', { lines: 20, levelColumn: true })],
    }),
    panel('logs', 'Logs: pretty JSON, no time', {
      w: 12,
      options: { ...options, showTime: false, prettifyLogMessage: true },
      targets: [
        loki('{service="web",environment="production"} |= "error"', {
          maxLines: 20,
        }),
      ],
    }),
  ];
}

function texts(): Panel[] {
  const text = (title: string, mode: string, content: string) =>
    panel('text', title, {
      w: 8,
      h: 5,
      options: {
        mode,
        content,
        code: { language: 'json', showLineNumbers: true, showMiniMap: false },
      },
    });
  return [
    text(
      'Text: Markdown',
      'markdown',
      '## Who to ask\n\nTeam **$team**, in [chat](https://example.com/chat).\n\n- first\n- second\n\n| a | b |\n| --- | --- |\n| 1 | 2 |',
    ),
    text(
      'Text: HTML',
      'html',
      '<p>The runbook is <a href="https://example.com/runbook">here</a>.</p><script>alert(1)</script>',
    ),
    text('Text: code', 'code', '{ "service": "$service" }'),
  ];
}
