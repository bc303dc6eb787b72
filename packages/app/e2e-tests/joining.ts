import { expect, type Browser, type Page } from '@playwright/test';
import { picture, readOkta, signInByLogin } from './portico';

/** Somebody who joins, as the forms ask for it. */
export interface Newcomer {
  firstName: string;
  lastName: string;
  email: string;
  githubLogin: string;
}

const INBOX = 'http://127.0.0.1:7111';

/** The latest mail to an address whose subject holds the words. */
export async function mailTo(
  email: string,
  subject: string,
): Promise<{ id: string; subject: string; text: string; html: string }> {
  const query = new URLSearchParams({ to: email, subject });
  const list = `${INBOX}/messages?${query}`;
  await expect
    .poll(async () => (await (await fetch(list)).json()).length, {
      message: `mails '${subject}' to ${email}`,
    })
    .toBe(1);
  const [{ id }] = await (await fetch(list)).json();
  return (await fetch(`${INBOX}/messages/${id}`)).json();
}

/** Shows a mail as the inbox does. */
export async function openMail(page: Page, id: string): Promise<void> {
  await page.goto(`${INBOX}/?message=${id}`);
}

/** Fills the form of `user-onboarding` and starts it. */
export async function bringIn(
  page: Page,
  { firstName, lastName, email, githubLogin }: Newcomer,
): Promise<void> {
  await page.goto('/create/templates/default/user-onboarding');
  await page.getByLabel(/^First name/).fill(firstName);
  await page.getByLabel(/^Last name/).fill(lastName);
  await page.getByLabel(/^Work e-mail/).fill(email);
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByLabel(/^Job title/).fill('Software Engineer');
  await page.getByRole('combobox', { name: /^Team/ }).fill('comm');
  await page.getByRole('option', { name: /^commerce/ }).click();
  await page.getByRole('combobox', { name: /^Manager/ }).fill('jonas');
  await page.getByRole('option', { name: /^Jonas Weber/ }).click();
  await page.getByLabel(/^Start date/).fill('2026-12-01');
  await picture(page, 'onboarding-form');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByLabel(/^AWS access/).click();
  await page.getByRole('option', { name: /^Developer/ }).click();
  await page.getByLabel(/^GitHub login/).fill(githubLogin);
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Create' }).click();
  await page.waitForURL(/\/create\/tasks\//);
}

/** Sets up the account by the link in Okta's mail. */
export async function setUpAccount(page: Page, email: string): Promise<void> {
  const { text } = await mailTo(email, 'set up your account');
  const [link] = /http\S+\/welcome\/\S+/.exec(text) ?? [];
  expect(link, text).toBeDefined();
  await page.goto(link!);
  await page.getByRole('button', { name: 'Set up the account' }).click();
  await expect(page.getByText('The account is set up')).toBeVisible();
}

/** Accepts the invitation to the organisation on GitHub. */
export async function joinOrganisation(
  page: Page,
  githubLogin: string,
): Promise<void> {
  await page.goto('http://127.0.0.1:7101/orgs/mini-org/invitation');
  await page.getByRole('combobox').selectOption(githubLogin);
  await page.getByRole('button', { name: 'Join mini-org' }).click();
}

/** A browser of their own, in which they have signed in to the portal for the first time. */
export async function firstSignIn(
  browser: Browser,
  { email, firstName, lastName }: Newcomer,
  colorScheme: 'light' | 'dark' = 'light',
): Promise<Page> {
  const context = await browser.newContext({ colorScheme });
  const page = await context.newPage();
  await setUpAccount(page, email);
  await readOkta({ user: email.split('@')[0], until: 'known' });
  await signInByLogin(page, email);
  await expect(
    page.getByRole('link', { name: `${firstName} ${lastName}` }),
  ).toBeVisible();
  return page;
}
