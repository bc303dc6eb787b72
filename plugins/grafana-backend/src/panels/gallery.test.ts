import { createMockDirectory } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import type { PanelData } from '@portico/plugin-grafana-common';
import { createSandbox, type Sandbox } from '@portico/sandbox';
import { component } from '../__testUtils__/catalogFor';
import { createGrafana } from '../createGrafana';
import { drawnAs } from '../view/drawnAs';
import type { OpenDashboard } from '../view/OpenDashboard';
import { resolvePanel } from '../view/resolvePanel';
import type { ResolvedPanel } from '../view/ResolvedPanel';
import { planQueries } from './query/planQueries';

jest.setTimeout(300_000);

/** Panels of the gallery that can't be shown, and what is said of them. */
const PROBLEMS: Record<string, string> = {
  'Data source was removed': 'DatasourceNotFoundError',
  'Query makes no sense': 'QueryFailedError',
  'Query of logs makes no sense': 'QueryFailedError',
  'The data source fails': 'QueryFailedError',
  'Too large': 'ResultTooLargeError',
};
/** Those that have nothing to show, which is no error. */
const EMPTY = [
  'Nothing in the result',
  'Nothing at all',
  'No query',
  'Field that is not there',
  'Stat: nothing there',
];
/** The one is waited for longer than a test should, see problems.test.ts; the sandbox evaluates no mathematics. */
const LEFT_OUT = ['Slower than anybody waits', 'An expression of Grafana'];

describe('the panel gallery', () => {
  const folder = createMockDirectory();
  const signal = new AbortController().signal;
  let sandbox: Sandbox;
  let grafana: ReturnType<typeof createGrafana>;
  let gallery: OpenDashboard;
  beforeAll(async () => {
    sandbox = await createSandbox({
      dataDir: folder.resolve('sandbox'),
      ports: 'free',
      only: ['control', 'grafana', 'prometheus'],
    });
    const config = new ConfigReader({
      grafana: {
        instances: [
          {
            name: 'mini-org',
            url: sandbox.urls.grafana,
            token: 'grafana-sandbox-token',
          },
        ],
        limits: { bytes: 1_000_000, timeoutSeconds: 120 },
      },
    });
    grafana = createGrafana({ config });
    const entity = component('gallery', {
      'grafana/dashboard-selector': "tags @> 'panel-gallery'",
    });
    const found = await grafana.entityDashboards.find(
      entity,
      'mini-org',
      'panel-gallery',
    );
    gallery = await grafana.views.open({
      entity,
      ...found,
      values: new Map(),
      signal,
    });
  }, 300_000);
  afterAll(() => sandbox?.stop());

  /** Panels that are drawn here and can be had. */
  const panels = () =>
    gallery.placed.flatMap((placed): ResolvedPanel[] =>
      placed.kind === 'panel' &&
      !placed.panel.problem &&
      drawnAs(placed.panel.type, true).drawn === 'native' &&
      !LEFT_OUT.includes(placed.panel.title)
        ? [resolvePanel(gallery, placed)]
        : [],
    );
  const ask = (panel: ResolvedPanel): Promise<PanelData> =>
    grafana.panels.data(panel, { points: 300, signal });

  it('has data, or the problem that it is to have, for each panel', async () => {
    const outcomes: Record<string, string> = {};
    const expected: Record<string, string> = {};
    for (const panel of panels()) {
      const { title, type } = panel;
      expected[title] =
        PROBLEMS[title] ??
        (EMPTY.includes(title) || type === 'text' ? 'nothing' : 'data');
      outcomes[title] = await ask(panel).then(
        ({ frames }) => (frames.length > 0 ? 'data' : 'nothing'),
        (error: Error) => error.name,
      );
    }
    expect(outcomes).toEqual(expected);
  });

  it('says of what can not be done in part', async () => {
    const byTitle = async (title: string) =>
      ask(panels().find(it => it.title === title)!);
    expect(await byTitle('One query fails, one answers')).toMatchObject({
      failures: [{ refId: 'B', name: 'QueryFailedError' }],
    });
    expect(
      (await byTitle('Transformation that nobody knows')).notices,
    ).toMatchObject([{ severity: 'warning' }]);
  });

  it('sends less than Grafana itself would', async () => {
    const sizes = { ours: 0, grafana: 0 };
    const shown = panels().filter(
      ({ title, targets }) =>
        !PROBLEMS[title] &&
        ['prometheus', 'loki'].includes(targets[0]?.datasource?.type ?? ''),
    );
    for (const panel of shown) {
      sizes.ours += JSON.stringify(await ask(panel)).length;
      const plan = planQueries(panel, {
        points: 300,
        limits: grafana.panels.limits,
      });
      for (const { body } of plan.requests) {
        sizes.grafana += JSON.stringify(await panel.client.query(body)).length;
      }
    }
    expect(sizes.ours).toBeLessThan(sizes.grafana);
  });
});
