import { expect, test } from '@playwright/test';
import { picture, portIsFree, signIn } from './portico';
import { launchPortico } from './startPortico';

test('what a flow made outlives a restart, and is gone after --reset', async ({
  page,
}) => {
  process.kill(Number(process.env.PORTICO_PID), 'SIGINT');
  for (const port of [7007, 7100, 7101]) {
    await expect
      .poll(() => portIsFree(port), { message: `${port}` })
      .toBe(true);
  }

  const restarted = await launchPortico();
  try {
    // Nothing has changed, so nothing is made anew.
    expect(restarted.output()).not.toMatch(/Installing|Building/);
    await signIn(page, 'engineer');
    await page.goto('/catalog/default/component/orders-api');
    await expect(page.getByText('Healthy').first()).toBeVisible();
    await expect(page.getByText('Passed').first()).toBeVisible();
    await page.goto('/create/tasks');
    await expect(page.getByText('completed').first()).toBeVisible();
    await picture(page, 'after-restart');
  } finally {
    await restarted.end();
  }

  const afresh = await launchPortico('--reset');
  try {
    await page.context().clearCookies();
    await signIn(page, 'engineer');
    await page.goto('/catalog/default/component/orders-api');
    await expect(page.getByText('Healthy')).toHaveCount(0);
    await page.goto('/create/templates/default/new-service');
    await page.getByLabel(/^Name/).fill('orders-api');
    await expect(page.getByText('orders-api is free')).toBeVisible();
  } finally {
    await afresh.end();
  }
});
