import { expect, test } from '@playwright/test';
import { picture, sandbox, signIn } from './portico';

test('a newcomer reads everything and creates nothing', async ({ page }) => {
  await signIn(page, 'newcomer');
  await page.goto('/catalog/default/component/orders');
  await expect(page.getByText('Synced').first()).toBeVisible();
  await picture(page, 'newcomer-entity');

  const before = (await sandbox.requests('github')).filter(
    ({ method }) => method === 'POST',
  ).length;
  const token = await page.evaluate(async () => {
    const response = await fetch(
      '/api/auth/okta/refresh?optional&env=development',
      { headers: { 'x-requested-with': 'XMLHttpRequest' } },
    );
    return (await response.json()).backstageIdentity.token as string;
  });
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
