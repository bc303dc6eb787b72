import { expect, test, type Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectCompleted, picture, sandbox, signIn } from './portico';

test.describe.configure({ mode: 'serial' });

async function fillForm(page: Page, name: string): Promise<void> {
  await page.goto('/create/templates/default/new-service');
  await page.getByLabel(/^Name/).fill(name);
  await expect(page.getByText(`${name} is free`)).toBeVisible();
  await page
    .getByLabel(/^Description/)
    .fill('Takes and tracks the orders of customers.');
  await picture(page, 'new-service-1');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByLabel(/^System/).click();
  await page.getByRole('option', { name: /Order/ }).first().click();
  await picture(page, 'new-service-2');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('checkbox', { name: /PostgreSQL/ }).check();
  await picture(page, 'new-service-3');
  await page.getByRole('button', { name: 'Review' }).click();
  await picture(page, 'new-service-4');
}

test('an engineer creates orders-api from the form, and it runs', async ({
  page,
}) => {
  await signIn(page, 'engineer');
  await picture(page, 'home');

  await page.getByRole('link', { name: 'Catalog' }).first().click();
  await expect(page.getByRole('link', { name: 'inventory' })).toBeVisible();
  await picture(page, 'catalog');

  // A fault on the way: Argo CD refuses twice, and the flow still ends well.
  await sandbox.addFault({
    service: 'argocd',
    method: 'POST',
    path: '^/api/v1/applications',
    kind: 'status',
    value: 503,
    times: 2,
  });

  await fillForm(page, 'orders-api');
  await page.getByRole('button', { name: 'Create' }).click();
  await page.waitForURL(/\/create\/tasks\//);
  await expect(page.getByText('terraform:apply').first()).toBeVisible();
  await expect(page.getByText(/Plan: \d+ to add/)).toBeVisible();
  await picture(page, 'task-running');
  await expectCompleted(page);
  await picture(page, 'task-completed');

  const argocd = await sandbox.requests('argocd');
  const faults = argocd.filter(
    request => request.fault && request.method !== 'GET',
  );
  expect(faults.map(({ method, status }) => [method, status])).toEqual([
    ['POST', 503],
    ['POST', 503],
  ]);
  for (const service of ['github', 'terraform', 'argocd']) {
    const writes = (await sandbox.requests(service)).filter(
      request => request.method !== 'GET' && request.status < 300,
    );
    expect(writes, `writes to ${service}`).not.toHaveLength(0);
  }
});

test('its page shows owner, CI, Argo CD, pods and docs', async ({ page }) => {
  await signIn(page, 'engineer');
  await page.goto('/catalog/default/component/orders-api');
  await expect(page.getByRole('heading', { name: 'orders-api' })).toBeVisible();
  await expect(
    page.getByRole('link', { name: 'commerce' }).first(),
  ).toBeVisible();
  await expect(page.getByText('Synced').first()).toBeVisible();
  await expect(page.getByText('Healthy').first()).toBeVisible();
  await expect(page.getByText('Passed').first()).toBeVisible();
  await picture(page, 'entity');

  await page.goto('/catalog/default/component/orders-api/kubernetes');
  await expect(page.getByText('orders-api').first()).toBeVisible();
  await expect(page.getByText(/1 pods?/).first()).toBeVisible();
  await picture(page, 'entity-kubernetes');

  await page.goto('/catalog/default/component/orders-api/ci');
  await expect(page.getByText('Passed').first()).toBeVisible();
  await picture(page, 'entity-ci');

  await page.goto('/docs/default/component/orders-api');
  await expect(
    page.getByText('Takes and tracks the orders of customers.').first(),
  ).toBeVisible();
  await picture(page, 'docs');
});

test('its repository can be cloned, and its own tests pass', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'portico-clone-'));
  try {
    const run = (command: string, args: string[], cwd: string) =>
      execFileSync(command, args, { cwd, encoding: 'utf8' });
    run(
      'git',
      [
        'clone',
        '--quiet',
        'http://x:ghp_sandbox_portico@127.0.0.1:7101/mini-org/orders-api.git',
      ],
      folder,
    );
    const repository = join(folder, 'orders-api');
    run('npm', ['ci', '--no-audit', '--no-fund'], repository);
    run('npm', ['run', 'typecheck'], repository);
    expect(run('npm', ['test'], repository)).toMatch(/fail 0/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a name that is taken or malformed stops the form with a reason', async ({
  page,
}) => {
  await signIn(page, 'engineer');
  await page.goto('/create/templates/default/new-service');
  await page.getByLabel(/^Name/).fill('orders');
  await expect(page.getByText(/orders is taken/)).toBeVisible();
  await page.getByLabel(/^Name/).fill('Orders API');
  await expect(page.getByText(/hyphens instead of spaces/)).toBeVisible();
  await picture(page, 'new-service-bad-name');
});
