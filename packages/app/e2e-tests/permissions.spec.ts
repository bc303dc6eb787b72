import { expect, test } from '@playwright/test';
import { picture, sandbox, signIn, tokenOf } from './portico';

test('a newcomer reads everything and creates nothing', async ({ page }) => {
  await signIn(page, 'newcomer');
  await page.goto('/catalog/default/component/orders');
  await expect(page.getByText('Synced').first()).toBeVisible();
  await picture(page, 'newcomer-entity');

  const before = (await sandbox.requests('github')).filter(
    ({ method }) => method === 'POST',
  ).length;
  const token = await tokenOf(page);
  const response = await page.request.post('/api/scaffolder/v2/tasks', {
    headers: { authorization: `Bearer ${token}` },
    data: {
      templateRef: 'template:default/new-service',
      values: {
        name: 'not-allowed',
        description: 'Must not come into being.',
        language: 'nodejs',
        owner: 'group:default/commerce',
        system: 'system:default/order-service',
        environment: 'dev',
        resources: [],
      },
    },
  });
  expect(response.status()).toBe(403);
  const after = (await sandbox.requests('github')).filter(
    ({ method }) => method === 'POST',
  ).length;
  expect(after).toBe(before);
});

test('somebody in no group learns why there is nothing to start', async ({
  page,
}) => {
  await signIn(page, 'newcomer');
  await page.goto('/create');
  await expect(
    page.getByText('There is no template that you may run'),
  ).toBeVisible();
  await expect(
    page.getByText(/signed in as Milo Quinn, in no group yet/),
  ).toBeVisible();
  await picture(page, 'no-templates');
});

test('a template that is not theirs to run says so, and nothing of whether it exists', async ({
  page,
}) => {
  await signIn(page, 'engineer');
  for (const name of ['no-such-thing', 'user-onboarding']) {
    const path = `/create/templates/default/${name}`;
    await page.goto(path);
    await expect(
      page.getByText(`There is no template ${name}, or it is not yours to run`),
    ).toBeVisible();
    await expect(
      page.getByText(/signed in as Lena Fischer, member of .*platform team/),
    ).toBeVisible();
    await expect(page.getByText(/NotFound|404/)).toHaveCount(0);
    expect(new URL(page.url()).pathname).toBe(path);
  }

  // Another colour scheme draws the page anew.
  const look = async (name: string) => {
    await expect(page.getByText(/signed in as Lena Fischer/)).toBeVisible();
    await picture(page, name);
  };
  await look('template-refused');
  await page.emulateMedia({ colorScheme: 'dark' });
  await look('template-refused-dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 420, height: 900 });
  await look('template-refused-narrow');
});

test('nobody gets anything without signing in', async ({ request }) => {
  for (const path of [
    '/api/catalog/entities',
    '/api/scaffolder/v2/tasks',
    '/api/proxy/argocd/api/applications',
    '/api/github-actions/entities/component/default/orders/runs',
    '/api/flows/names/gift-cards',
  ]) {
    expect((await request.get(path)).status(), path).toBe(401);
  }
});

test('the proxy to Argo CD passes nothing that changes', async ({
  request,
}) => {
  const response = await request.delete(
    '/api/proxy/argocd/api/applications/orders-production',
    { headers: { authorization: 'Bearer portico-sandbox-automation' } },
  );
  expect(response.ok()).toBe(false);
  const deletes = (await sandbox.requests('argocd')).filter(
    ({ method }) => method === 'DELETE',
  );
  expect(deletes).toEqual([]);
});
