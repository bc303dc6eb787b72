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
  async addFault(fault: Record<string, unknown>): Promise<void> {
    const response = await fetch('http://127.0.0.1:7100/faults', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(fault),
    });
    if (!response.ok) throw new Error(await response.text());
  },
  async clearFaults(): Promise<void> {
    await fetch('http://127.0.0.1:7100/faults', { method: 'DELETE' });
  },
};

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
