import { GrafanaClient } from '@portico/plugin-grafana-node';
import { ConfigReader } from '@backstage/config';
import { chosen, createPanel, target } from '../__testUtils__/createPanel';
import type { ResolvedPanel } from '../../view/ResolvedPanel';
import { readPanelLimits } from '../PanelLimits';
import { planQueries } from './planQueries';

const client = new GrafanaClient({
  name: 'mini-org',
  url: 'http://127.0.0.1:1',
  externalUrl: 'https://grafana.example',
  token: 't',
  alertmanager: 'grafana',
});
const limits = readPanelLimits(new ConfigReader({}));
const plan = (facts: Partial<ResolvedPanel>) =>
  planQueries(createPanel(client, facts), { points: 290, limits });
const bodies = (facts: Partial<ResolvedPanel>) =>
  plan(facts).requests.map(({ body }) => body);

const MYSQL = { uid: 'orders-db', type: 'mysql', name: 'Orders' };
const EXPRESSION = { uid: '__expr__', type: '__expr__', name: 'Expression' };

describe('planQueries', () => {
  it('asks as the frontend of Grafana does', () => {
    expect(bodies({})).toEqual([
      {
        from: '0',
        to: '3600000',
        queries: [
          {
            refId: 'A',
            expr: 'up',
            datasource: { uid: 'prometheus', type: 'prometheus' },
            intervalMs: 15_000,
            maxDataPoints: 300,
          },
        ],
      },
    ]);
  });

  it('fills in values as each data source wants them', () => {
    const values = new Map([['route', chosen('/orders', '/pay')]]);
    const [prometheus, mysql] = bodies({
      values,
      targets: [
        target('A', { expr: 'up{route=~"$route"}[$__rate_interval]' }),
        target(
          'B',
          { rawSql: 'route IN ($route) GROUP BY $__interval' },
          { datasource: MYSQL },
        ),
      ],
    });
    expect(prometheus.queries).toMatchObject([
      // Prometheus itself knows its intervals.
      { expr: 'up{route=~"(/orders|/pay)"}[$__rate_interval]' },
    ]);
    expect(mysql.queries).toMatchObject([
      { rawSql: "route IN ('/orders','/pay') GROUP BY 15s" },
    ]);
  });

  it('leaves out what is hidden, unless an expression may need it', () => {
    const hidden = target('A', {}, { hide: true });
    expect(bodies({ targets: [hidden] })).toEqual([]);
    const expression = target(
      'B',
      { type: 'reduce', expression: 'A' },
      { datasource: EXPRESSION },
    );
    const [{ queries }] = bodies({ targets: [hidden, expression] });
    expect(queries).toMatchObject([
      { refId: 'A' },
      { refId: 'B', expression: 'A', datasource: { uid: '__expr__' } },
    ]);
  });

  it('takes the least interval and the most points that the panel has', () => {
    expect(plan({ interval: '>2m' }).stepMs).toBe(120_000);
    expect(
      plan({ interval: '$least', values: new Map([['least', chosen('5m')]]) })
        .stepMs,
    ).toBe(300_000);
    expect(plan({ maxDataPoints: 12 })).toMatchObject({
      room: 300,
      stepMs: 300_000,
    });
    const datasource = {
      uid: 'slow',
      type: 'prometheus',
      name: 'Slow',
      jsonData: { timeInterval: '1m' },
    };
    expect(plan({ datasource }).stepMs).toBe(60_000);
  });

  it('lets people who come within a minute ask for the same', () => {
    const at = (seconds: number) =>
      bodies({
        range: {
          from: new Date(seconds * 1000),
          to: new Date(7 * 86_400_000 + seconds * 1000),
          raw: { from: 'now-7d', to: 'now' },
        },
      });
    expect(at(61)).toEqual(at(119));
    expect(at(61)).not.toEqual(at(121));
  });

  it('adds ad hoc filters to queries of their data source alone', () => {
    const filters = {
      ...chosen(),
      type: 'adhoc' as const,
      datasourceUid: 'prometheus',
      filters: [{ key: 'pod', operator: '=' as const, value: 'a' }],
    };
    const all = bodies({
      values: new Map([['Filters', filters]]),
      targets: [
        target('A', { expr: 'up' }),
        target('B', { rawSql: 'SELECT 1' }, { datasource: MYSQL }),
      ],
    });
    expect(all.map(({ queries }) => queries)).toMatchObject([
      [{ expr: 'up{pod="a"}' }],
      [{ rawSql: 'SELECT 1' }],
    ]);
  });
});
