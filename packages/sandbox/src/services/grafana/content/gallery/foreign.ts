import { panel, type Panel } from '../build/panel';
import { csv, rawFrame } from '../build/targets';
import { timeCsv } from './values';

/** Kinds of panels that are not drawn outside of Grafana, and what they are given. */
export function foreignPanels(): Panel[] {
  const places = csv(
    'name,latitude,longitude,orders\nBerlin,52.52,13.4,120\nLisbon,38.72,-9.14,45',
  );
  const candles = csv(
    timeCsv({
      open: [10, 12, 11],
      high: [13, 14, 12],
      low: [9, 11, 8],
      close: [12, 11, 9],
    }),
  );
  const nodes = rawFrame([
    {
      name: 'nodes',
      meta: { preferredVisualisationType: 'nodeGraph' },
      fields: [{ name: 'id', type: 'string', values: ['a', 'b'] }],
    },
    {
      name: 'edges',
      meta: { preferredVisualisationType: 'nodeGraph' },
      fields: [
        { name: 'id', type: 'string', values: ['1'] },
        { name: 'source', type: 'string', values: ['a'] },
        { name: 'target', type: 'string', values: ['b'] },
      ],
    },
  ]);
  const flames = csv('level,value,self,label\n0,100,10,main\n1,90,90,serve');
  const points = csv('x,y\n1,2\n2,5\n3,4');
  const of = (type: string, title: string, target?: object) =>
    panel(type, title, { h: 6, targets: target ? [{ ...target }] : [] });
  return [
    of('geomap', 'Map', places),
    of('nodeGraph', 'Node graph', nodes),
    of('flamegraph', 'Flame graph', flames),
    of('candlestick', 'Candlesticks', candles),
    of('xychart', 'XY chart', points),
    of('canvas', 'Canvas', points),
    of('traces', 'Traces', points),
    of('news', 'News'),
    of('dashlist', 'List of dashboards'),
    of('alertlist', 'List of alerts'),
    of('acme-sankey-panel', 'A plugin that nobody knows', points),
  ];
}
