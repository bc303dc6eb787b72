import { expect, test, type Page } from '@playwright/test';
import { gzipSync } from 'node:zlib';
import { picture, sandbox, signIn } from './portico';

const COMPONENT = '/catalog/default/component';
/** In each bundle that draws over time: the class of uPlot's root. */
const DRAWS = 'uplot';

test.afterEach(() => sandbox.clearFaults());

const panel = (page: Page, name: string) =>
  page.getByRole('region', { name, exact: true });

interface Script {
  /** Bytes on the wire, with gzip. */
  packed: number;
  draws: boolean;
}

/** Scripts that the page has asked for by now, by address. */
function scriptsOf(page: Page): () => Promise<Map<string, Script>> {
  const asked = new Set<string>();
  page.on('request', request => {
    if (/\/static\/.*\.js$/.test(request.url())) asked.add(request.url());
  });
  return async () =>
    new Map(
      await Promise.all(
        [...asked].map(async (url): Promise<[string, Script]> => {
          const body = await (await page.request.get(url)).body();
          const draws = body.includes(DRAWS);
          return [url, { packed: gzipSync(body).length, draws }];
        }),
      ),
    );
}

test('panels are drawn on the overview and the tab, in chunks that nobody else loads', async ({
  page,
}) => {
  const scripts = scriptsOf(page);
  await signIn(page, 'engineer');
  await page.goto(`${COMPONENT}/orders/health`);
  await expect(page.getByRole('slider').first()).toBeVisible();
  const before = await scripts();
  expect(before.size).toBeGreaterThan(0);
  expect([...before.values()].filter(({ draws }) => draws)).toEqual([]);

  await page.goto(`${COMPONENT}/orders`);
  for (const name of ['p95 by route', 'Connections to orders-db']) {
    await expect(panel(page, name).getByRole('slider')).toBeVisible();
  }
  await picture(page, 'dashboards-overview');

  await page.getByRole('link', { name: 'Orders / RED' }).click();
  await expect(panel(page, 'p95 by route').getByRole('slider')).toBeVisible();
  await picture(page, 'dashboards-tab');

  const after = await scripts();
  const added = [...after].filter(([url]) => !before.has(url));
  expect(added.some(([, { draws }]) => draws)).toBe(true);
  const packed = added.reduce((sum, [, one]) => sum + one.packed, 0);
  expect(packed).toBeLessThan(250_000);
});

test('every kind of panel is drawn, or says why it is not', async ({
  page,
}) => {
  await signIn(page, 'engineer');
  await page.goto(`${COMPONENT}/admin-portal/dashboards`);
  await page.getByRole('link', { name: 'Panel gallery', exact: true }).click();
  await expect(
    page.getByRole('region').getByRole('slider').first(),
  ).toBeVisible();
  await picture(page, 'dashboards-gallery');
  await page.emulateMedia({ colorScheme: 'dark' });
  await picture(page, 'dashboards-gallery-dark');
});

test('Grafana being down takes its panels along and nothing else; trying again is enough', async ({
  page,
}) => {
  await signIn(page, 'engineer');
  await sandbox.addFault({
    service: 'grafana',
    method: 'POST',
    path: '^/api/ds/query',
    kind: 'status',
    value: 503,
  });
  await page.goto(`${COMPONENT}/cart`);
  const first = page
    .getByRole('region')
    .filter({ hasText: 'Grafana is unreachable' })
    .last();
  await expect(first).toBeVisible();
  await expect(
    page.getByRole('heading', { name: 'Dependencies' }),
  ).toBeVisible();
  await expect(
    page
      .getByRole('region', { name: 'Environments' })
      .getByText('Synced')
      .first(),
  ).toBeVisible();
  await picture(page, 'dashboards-down');

  await sandbox.clearFaults();
  const asked = page.getByRole('button', { name: 'Try now' });
  while (await asked.count()) {
    await asked.first().click();
    await page.waitForTimeout(500);
  }
  await expect(page.getByText('Grafana is unreachable')).toHaveCount(0);
});
