import { expect, test } from '@playwright/test';
import { picture, sandbox, signIn } from './portico';

test.afterEach(() => sandbox.clearFaults());

test('an upstream that is down takes its own card along and nothing else', async ({
  page,
}) => {
  await signIn(page, 'engineer');
  await page.goto('/catalog/default/component/orders');
  await expect(page.getByText('Passed').first()).toBeVisible();

  await sandbox.addFault({ service: 'argocd', kind: 'status', value: 503 });
  await page.reload();
  const environments = page.getByRole('region', { name: 'Environments' });
  await expect(environments.getByText(/Argo CD unreachable/)).toBeVisible();
  await expect(environments.getByText('Healthy')).toHaveCount(0);
  await expect(page.getByText('Passed').first()).toBeVisible();
  await expect(
    page.getByRole('heading', { name: 'Dependencies' }),
  ).toBeVisible();
  await picture(page, 'argocd-down');

  await sandbox.clearFaults();
  await environments.getByRole('button', { name: 'Try now' }).click();
  await expect(environments.getByText('Healthy').first()).toBeVisible();
});

test('an entity without annotations says what to add', async ({ page }) => {
  await signIn(page, 'engineer');
  await page.goto('/catalog/default/component/timesheets');
  await expect(page.getByRole('heading', { name: 'timesheets' })).toBeVisible();
  await expect(page.getByText(/unreachable|went wrong/i)).toHaveCount(0);
  await picture(page, 'no-annotations');
});
