import { expect, test, type Page } from '@playwright/test';
import { picture, sandbox, signIn } from './portico';

test.describe.configure({ mode: 'serial' });

/** Sources are asked each 15 s; rates are of the last five minutes. */
const COLLECTED = { timeout: 300_000 };
const OVER = { timeout: 600_000 };

const COMPONENT = '/catalog/default/component';
const verdict = (page: Page) => page.getByRole('region', { name: 'Verdict' });
const sources = (page: Page) =>
  verdict(page).getByRole('list', { name: 'Sources' });

test.afterEach(() => sandbox.clearFaults());
test.afterAll(() => sandbox.endIncidents('cart'));

test('an incident is told alike by the open page, the list and the notification', async ({
  page,
}) => {
  await signIn(page, 'engineer');
  await page.goto(`${COMPONENT}/cart`);
  await expect(verdict(page)).toContainText('Healthy.', COLLECTED);

  await sandbox.startIncident('saturation', 'cart');
  // Nothing is reloaded: the page is told.
  await expect(verdict(page)).toContainText(
    /Degraded for .*(Heap|Memory)/,
    COLLECTED,
  );
  const reasons = verdict(page).getByRole('list', { name: 'Reasons' });
  await expect(
    reasons
      .getByRole('listitem')
      .filter({ hasText: /Heap|Memory/ })
      .first(),
  ).toContainText(/limit 90\s%.*since/);
  await expect(page.locator('header').first()).toContainText(
    /Degraded|Failing/,
  );
  await expect(page.getByRole('group', { name: 'Error ratio' })).toContainText(
    /objective/,
  );
  await picture(page, 'health-incident');

  await page.goto(`${COMPONENT}/cart/health`);
  const ratio = page.getByRole('region', { name: 'Error ratio' });
  await expect(ratio.getByRole('slider')).toBeVisible();
  await expect(page.getByText(/^Asked Prometheus: \d+ queries/)).toBeVisible();
  await picture(page, 'health-tab');

  await page.goto('/catalog?filters[kind]=component');
  await expect(page.getByRole('row', { name: /cart/ }).first()).toContainText(
    /Degraded|Failing/,
  );
  await picture(page, 'health-catalog');

  await page.goto('/notifications');
  await expect(
    page.getByText(/^cart is (degraded|failing)$/).first(),
  ).toBeVisible();

  // Its end is awaited below.
  await sandbox.endIncidents('cart');
});

test('a source that is down is named, and takes no verdict along', async ({
  page,
}) => {
  await signIn(page, 'engineer');
  // Its objectives leave room for what goes wrong by chance.
  await page.goto(`${COMPONENT}/admin-portal`);
  await expect(sources(page)).toContainText(
    /^Rests on \d+ sources$/,
    COLLECTED,
  );

  await sandbox.addFault({ service: 'prometheus', kind: 'status', value: 503 });
  await expect(sources(page)).toContainText(
    /Rests on \d+ of \d+ sources.*Prometheus.* last answered/,
    COLLECTED,
  );
  await expect(verdict(page)).not.toContainText(/Degraded|Failing/);
  await expect(
    page.getByRole('heading', { name: 'Dependencies' }),
  ).toBeVisible();
  await picture(page, 'health-source-down');

  await sandbox.clearFaults();
  await expect(sources(page)).toContainText(/^Rests on \d+ sources$/, OVER);
});

test('what nothing is linked of shows the lines to add, and a form that proposes them', async ({
  page,
}) => {
  await signIn(page, 'people-ops');
  await page.goto(`${COMPONENT}/timesheets`);
  await expect(
    verdict(page).getByLabel('Lines for catalog-info.yaml'),
  ).toContainText('portico/', COLLECTED);
  await picture(page, 'health-not-linked');
});

test('the end of an incident is told without a reload', async ({ page }) => {
  await signIn(page, 'engineer');
  await page.goto(`${COMPONENT}/cart`);
  await expect(verdict(page)).toContainText('Healthy.', OVER);
  await expect(page.locator('header').first()).toContainText('Healthy');
});
