import { expect, type Page } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';

const PICTURES = join(__dirname, '..', '..', '..', 'test-results', 'pictures');

/** Signs in through Okta as one of the sandbox's accounts, e.g. `engineer`. */
export async function signIn(page: Page, account: string): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: 'Sign in with Okta' }).click();
  await page
    .getByRole('button', { name: new RegExp(`${account}@mini-org.example`) })
    .click();
  await expect(
    page.getByRole('navigation').getByRole('link', { name: 'Catalog' }),
  ).toBeVisible();
}

/** Signs in through Okta as somebody whom its page does not offer, e.g. who has just joined. */
export async function signInByLogin(page: Page, login: string): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: 'Sign in with Okta' }).click();
  await page.getByRole('textbox').fill(login);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** The token with which the page asks the portal's API. */
export async function tokenOf(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const response = await fetch(
      '/api/auth/okta/refresh?optional&env=development',
      { headers: { 'x-requested-with': 'XMLHttpRequest' } },
    );
    return (await response.json()).backstageIdentity.token as string;
  });
}

/** Waits for the end of the task on the page, and expects that it is a good one. */
export async function expectCompleted(page: Page): Promise<void> {
  const verdict = page.getByText(/^(Completed|Cancelled|Failed at step)/);
  await expect(verdict.first()).toBeVisible({ timeout: 300_000 });
  await expect(page.getByText('Completed', { exact: true })).toBeVisible();
}

/** Keeps a picture of the page, for people to look at: `test-results/pictures/NAME.png`. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({
    path: join(PICTURES, `${name}.png`),
    fullPage: true,
  });
}

/** One request that the sandbox answered, as `GET /requests` gives it. */
export interface SandboxRequest {
  service: string;
  method: string;
  path: string;
  status: number;
  fault?: string;
}

/** The control service of the sandbox. */
export const sandbox = {
  async requests(service: string): Promise<SandboxRequest[]> {
    const response = await fetch(
      `http://127.0.0.1:7100/requests?service=${service}`,
    );
    return response.json();
  },
  /** What the services hold, by service and kind: equal where nothing was made or left behind. */
  async objects(): Promise<Record<string, Record<string, string[]>>> {
    return (await fetch('http://127.0.0.1:7100/objects')).json();
  },
  async addFault(fault: Record<string, unknown>): Promise<void> {
    const response = await fetch('http://127.0.0.1:7100/faults', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(fault),
    });
    if (!response.ok) throw new Error(await response.text());
  },
  /** Has something go wrong with a component's production, e.g. `errors`. */
  async startIncident(kind: string, component: string): Promise<void> {
    const response = await fetch('http://127.0.0.1:7100/incidents', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ kind, component }),
    });
    if (!response.ok) throw new Error(await response.text());
  },
  /** Ends what is wrong with a component, if anything is. */
  async endIncidents(component: string): Promise<void> {
    const answer = await fetch('http://127.0.0.1:7100/incidents');
    const all: { id: string; component: string; endedAt?: number }[] =
      await answer.json();
    for (const one of all) {
      if (one.component === component && one.endedAt === undefined) {
        await fetch(`http://127.0.0.1:7100/incidents/${one.id}`, {
          method: 'DELETE',
        });
      }
    }
  },
  async clearFaults(): Promise<void> {
    await fetch('http://127.0.0.1:7100/faults', { method: 'DELETE' });
  },
};

/** The portal's API, as automation. */
export async function askPortal(
  path: string,
  body?: object,
): Promise<Response> {
  return fetch(`http://localhost:7007/api${path}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      authorization: 'Bearer portico-sandbox-automation',
      'content-type': 'application/json',
    },
    body: body && JSON.stringify(body),
  });
}

/** Has the catalog read Okta at once, which it does each minute by itself, until it knows a user or does no more. */
export async function readOkta(options: {
  user: string;
  until: 'known' | 'forgotten';
}): Promise<void> {
  const { user, until } = options;
  const task = encodeURIComponent('okta-org:mini-org:refresh');
  await expect(async () => {
    // Refused with a conflict while it reads; the next try comes after it.
    await askPortal(
      `/catalog/.backstage/scheduler/v1/tasks/${task}/trigger`,
      {},
    );
    const found = await askPortal(
      `/catalog/entities/by-name/user/default/${user}`,
    );
    expect(found.status).toBe(until === 'known' ? 200 : 404);
    if (until === 'forgotten') return;
    // Memberships are stitched a moment after the entity.
    const { relations } = await found.json();
    expect(relations).not.toHaveLength(0);
  }).toPass({ timeout: 300_000, intervals: [2_000] });
}

/** Whether nothing listens on a port of this machine. */
export function portIsFree(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(false);
    });
    socket.once('error', () => resolve(true));
  });
}
