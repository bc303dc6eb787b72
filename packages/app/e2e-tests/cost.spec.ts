import { expect, test, type Page } from '@playwright/test';
import { picture, sandbox, signIn } from './portico';

/** The first bills are read while the catalog is being filled. */
const COLLECTED = { timeout: 300_000 };

const ORDERS = '/catalog/default/component/orders';
const AMOUNT = /[\d,]+\.\d\d\sUSD/;

const bill = (page: Page) =>
  page.getByRole('group', { name: 'Reconciliation' });

test.afterEach(() => sandbox.clearFaults());

test('a service says what it costs, down to the day, while no bill can be asked', async ({
  page,
}) => {
  await signIn(page, 'engineer');
  const card = page.getByRole('region', { name: /^Cost in / });
  await page.goto(ORDERS);
  await expect(card).toContainText(AMOUNT, COLLECTED);
  await expect(card).toContainText('budget');
  await picture(page, 'cost-overview');

  for (const service of ['aws', 'azure', 'opencost']) {
    await sandbox.addFault({ service, path: '.*', kind: 'status', value: 503 });
  }
  const before = (await sandbox.requests('aws')).length;
  await card.getByRole('link', { name: /^Cost in / }).click();
  await expect(page).toHaveURL(/\/orders\/cost/);
  await expect(page.getByRole('table').first()).toContainText(/\d\.\d\d/);
  await picture(page, 'cost-tab');
  await page.emulateMedia({ colorScheme: 'dark' });
  await picture(page, 'cost-tab-dark');
  expect((await sandbox.requests('aws')).length).toBe(before);
});

test('finance sees the whole bill, what is nobody’s, and that it adds up', async ({
  page,
}) => {
  await signIn(page, 'finance');
  await page.goto('/cost');
  await expect(bill(page)).toContainText('Reconciled to the cent', COLLECTED);
  const spent = page.getByRole('table', { name: /^Costs by team/ });
  for (const name of ['commerce', 'orders']) {
    await spent.getByRole('button', { name: `What is in ${name}` }).click();
  }
  await expect(spent.getByText('orders-db').first()).toBeVisible();
  await picture(page, 'cost-organisation');
  await page.emulateMedia({ colorScheme: 'dark' });
  await picture(page, 'cost-organisation-dark');
  await page.emulateMedia({ colorScheme: 'light' });
  const tabs = page.getByRole('navigation', { name: 'Cost, sections' });
  for (const [tab, shows] of [
    ['Unattributed', 'To work through'],
    ['Budgets', 'commerce'],
    ['Anomalies', 'Anomalies'],
    ['Sources', 'AWS Cost Explorer'],
  ]) {
    await tabs.getByRole('link', { name: tab, exact: true }).click();
    await expect(page.getByText(shows).first()).toBeVisible();
    await picture(page, `cost-${tab.toLowerCase()}`);
  }
});

test('an engineer sees their own costs alone, and a newcomer none', async ({
  page,
  browser,
}) => {
  await signIn(page, 'engineer');
  await page.goto('/cost');
  await expect(page.getByText('What you may see')).toBeVisible(COLLECTED);
  await expect(bill(page)).toHaveCount(0);
  const spent = page.getByRole('table', { name: /^Costs by team/ });
  await expect(spent).toContainText(/commerce/i);
  await expect(spent).not.toContainText(/payments/i);

  const context = await browser.newContext();
  const newcomer = await context.newPage();
  await signIn(newcomer, 'newcomer');
  await newcomer.goto('/cost');
  await expect(
    newcomer.getByText(
      'Costs are for engineers, finance and the platform team',
    ),
  ).toBeVisible();
  await expect(newcomer.getByText(AMOUNT)).toHaveCount(0);
  await context.close();
});
