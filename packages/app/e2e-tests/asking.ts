import { expect, type Browser, type Page } from '@playwright/test';
import { createHash } from 'node:crypto';
import { signInByLogin } from './portico';

const TERRAFORM = 'http://127.0.0.1:7109/api/v2';

/** A browser of somebody's own, in which they are signed in. */
export async function browserOf(browser: Browser, name: string): Promise<Page> {
  const login = `${name.toLowerCase().replace(' ', '.')}@mini-org.example`;
  const page = await (await browser.newContext()).newPage();
  await signInByLogin(page, login);
  await expect(
    page.getByRole('navigation').getByRole('link', { name: new RegExp(name) }),
  ).toBeVisible();
  return page;
}

/** Asks for a queue of orders, through the form; ends on the task's page. */
export async function askForQueue(
  page: Page,
  { name, environment }: { name: string; environment: string },
): Promise<void> {
  await page.goto('/create/templates/default/add-resource');
  await page.getByRole('combobox', { name: /^Service/ }).fill('orders');
  await page.getByRole('option', { name: /^orders/ }).click();
  await page.getByLabel(/^Environment/).click();
  await page.getByRole('option', { name: environment }).click();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByLabel(/^Resource/).click();
  await page.getByRole('option', { name: /SQS/ }).click();
  await page.getByLabel(/^Name/).fill(name);
  await page.getByLabel(/^Reason/).fill('Refunds wait for an answer too long.');
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Create' }).click();
  await page.waitForURL(/\/create\/tasks\//);
}

/** Opens the newest of the approvals in a list of the inbox. */
export async function openApproval(
  page: Page,
  title: string,
  view: 'mine' | 'asked' = 'mine',
): Promise<void> {
  await page.goto(view === 'mine' ? '/approvals' : '/approvals?view=asked');
  await page.getByRole('link', { name: title }).first().click();
  await page.waitForURL(/\/approvals\/.+/);
}

/** Uploads the state of a workspace once more under a later serial, as somebody's apply does. */
export async function moveState(workspace: string): Promise<void> {
  const ask = async (path: string, body?: object) => {
    const response = await fetch(`${TERRAFORM}${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        authorization: 'Bearer tfe-sandbox-token',
        'content-type': 'application/vnd.api+json',
      },
      body: body && JSON.stringify(body),
    });
    expect(response.ok, `${path}: ${response.status}`).toBe(true);
    return response.json();
  };
  const { data } = await ask(`/organizations/mini-org/workspaces/${workspace}`);
  const current = await ask(`/workspaces/${data.id}/current-state-version`);
  const state = await ask(`/state-versions/${current.data.id}/download`);
  const serial = state.serial + 1;
  const text = JSON.stringify({ ...state, serial });
  await ask(`/workspaces/${data.id}/state-versions`, {
    data: {
      type: 'state-versions',
      attributes: {
        serial,
        lineage: state.lineage,
        md5: createHash('md5').update(text).digest('hex'),
        state: Buffer.from(text).toString('base64'),
      },
    },
  });
}
