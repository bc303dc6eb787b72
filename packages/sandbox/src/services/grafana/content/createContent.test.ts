import { createWorld } from '../../../world';
import { parsePromql } from '../../prometheus/promql/parse/parsePromql';
import { fillVariables } from '../datasources/fillVariables';
import type { JsonObject } from '../datasources';
import { createContent } from './createContent';
import { panelsOf, targetsOf } from './__testUtils__/panelsOf';

const world = createWorld();
const content = createContent(world, { github: 'http://github.test' });
const { dashboards, folders, libraryPanels, alertRules } = content;
const named = (uid: string) => dashboards.find(one => one.uid === uid)!;

const FILLED = {
  __rate_interval: '1m',
  __range: '1h',
  interval: '5m',
  quantile: '0.5',
  metric: 'up',
};

describe("the content of the mini-org's Grafana", () => {
  it('is JSON, with uids that are unique and that Grafana takes', () => {
    expect(createContent(world, { github: 'http://github.test' })).toEqual(
      content,
    );
    const uids = [...dashboards, ...libraryPanels, ...alertRules].map(
      ({ uid }) => uid,
    );
    expect(new Set(uids).size).toBe(uids.length);
    for (const uid of uids) expect(uid).toMatch(/^[\w-]{1,40}$/);
    const titles = dashboards.map(one => `${one.folderUid}/${one.title}`);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('lies in folders that there are', () => {
    const known = folders.map(({ uid }) => uid);
    const used = [
      ...dashboards.map(one => one.folderUid),
      ...libraryPanels.map(one => one.folderUid),
      ...alertRules.map(one => one.folderUID),
    ];
    expect(used.filter(one => one && !known.includes(one))).toEqual([]);
  });

  it('has panels whose ids are unique and whose places do not overlap', () => {
    for (const { uid, json, schema } of dashboards) {
      if (schema !== 'classic') continue;
      const panels = panelsOf(json);
      const ids = panels.map(({ id }) => id);
      expect([uid, new Set(ids).size]).toEqual([uid, ids.length]);
      const cells = panels
        .filter(one => one.gridPos && !one.isFolded)
        .flatMap(({ gridPos: { x, y, w, h } }) =>
          Array.from(
            { length: w * h },
            (_, i) => `${x + (i % w)}/${y + Math.floor(i / w)}`,
          ),
        );
      expect([uid, new Set(cells).size]).toEqual([uid, cells.length]);
    }
  });

  it('gives each component with a workload its two dashboards', () => {
    const services = world.components.filter(
      one => one.replicas > 0 && !one.unlinked,
    );
    for (const { name, title, owner } of services) {
      const own = dashboards.filter(one => one.tags.includes(name));
      expect(own.map(one => [one.title, one.folderUid, one.tags])).toEqual([
        [`${title} / RED`, owner, [name, 'golden-path']],
        [`${title} / Logs`, owner, [name, 'golden-path']],
      ]);
    }
    expect(named('timesheets-red')).toBeUndefined();
  });

  it('gives orders the panels that its overview and its alerts name', () => {
    const panels = panelsOf(named('orders-red').json);
    const titleOf = (id: number) => panels.find(one => one.id === id)?.title;
    expect([2, 5].map(titleOf)).toEqual([
      'p95 by route',
      'Connections to orders-db',
    ]);
    const own = alertRules.filter(one => one.labels.service === 'orders');
    expect(
      own.map(({ annotations }) => titleOf(Number(annotations.__panelId__))),
    ).toEqual(['Error ratio', 'p50, p95 and p99']);
    expect(own[0]).toMatchObject({
      folderUID: 'commerce',
      labels: { service: 'orders', team: 'commerce' },
      annotations: {
        __dashboardUid__: 'orders-red',
        runbook_url:
          'http://github.test/mini-org/orders/blob/main/docs/runbook.md',
      },
    });
  });

  it('asks in PromQL that Prometheus reads', () => {
    const asked = dashboards
      .flatMap(({ json }) => targetsOf(json))
      .filter(isPrometheus)
      .map(one => String(one.expr));
    const rules = alertRules.map(({ data }) => String(data[0].model.expr));
    const texts = [...new Set([...asked, ...rules])];
    expect(texts.length).toBeGreaterThan(100);
    for (const text of texts) {
      const filled = fillVariables(text, FILLED);
      expect(() => parsePromql(filled)).not.toThrow();
    }
  });

  it('has twenty panels to measure with', () => {
    expect(panelsOf(named('bench-20-panels').json)).toHaveLength(20);
  });
});

function isPrometheus({ datasource, brokenOnPurpose }: JsonObject): boolean {
  const type =
    typeof datasource === 'string'
      ? datasource
      : (datasource as JsonObject)?.type;
  return /^prometheus$/i.test(String(type)) && !brokenOnPurpose;
}
