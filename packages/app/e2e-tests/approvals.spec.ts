import { expect, test, type Page } from '@playwright/test';
import { EXPIRES_IN_MINUTES } from './approvalRules';
import { askForQueue, browserOf, moveState, openApproval } from './asking';
import { expectCompleted, picture, signIn, tokenOf } from './portico';

test.describe.configure({ mode: 'serial' });

const TITLE = 'Add the queue refunds';
const approve = (page: Page) =>
  page.getByRole('button', { name: 'Approve this plan' });
const refuse = (page: Page) => page.getByRole('button', { name: 'Refuse' });
/** The one verdict beside the title. */
const verdict = (page: Page, words: string) =>
  page.getByText(words, { exact: true }).first();

async function agree(page: Page, comment: string): Promise<void> {
  await page.getByLabel(/^Comment/).fill(comment);
  await approve(page).click();
  await expect(page.getByText('You approved.')).toBeVisible();
}

test('whoever asks can not decide, and one refusal ends it with its reason', async ({
  page,
  browser,
}) => {
  await signIn(page, 'engineer');
  await askForQueue(page, { name: 'refunds', environment: 'production' });
  const task = page.url();
  await expect(page.getByText(/waits for Owner and Platform/i)).toBeVisible();
  await picture(page, 'approval-task-waits');

  await openApproval(page, TITLE, 'asked');
  await expect(page.getByText('aws_sqs_queue.refunds').first()).toBeVisible();
  await expect(approve(page)).toBeDisabled();
  await expect(refuse(page)).toBeDisabled();
  await expect(
    page.getByText('You asked for it; others decide.'),
  ).toBeVisible();
  await picture(page, 'approval-own');

  const jonas = await browserOf(browser, 'Jonas Weber');
  await jonas.goto('/approvals');
  await expect(jonas.getByRole('link', { name: TITLE })).toBeVisible();
  await picture(jonas, 'approvals-inbox');
  await openApproval(jonas, TITLE);
  await refuse(jonas).click();
  await expect(jonas.getByText(/Say why first/)).toBeVisible();
  await jonas.getByLabel(/^Comment/).fill('Not before the sale is over.');
  await refuse(jonas).click();
  await expect(jonas.getByText('You refused.')).toBeVisible();
  await picture(jonas, 'approval-refused');
  await jonas.context().close();

  await page.goto(task);
  await expect(page.getByRole('alert', { name: 'How it ended' })).toContainText(
    /Jonas Weber refused.*Not before the sale is over\./,
  );
  const ledger = page.getByRole('table', { name: 'What this task has done' });
  await expect(ledger.getByText('Made', { exact: true })).toHaveCount(0);
  await expect(
    ledger.getByRole('row', { name: /Removed Pull request/ }),
  ).toBeVisible();
  await expect(ledger.getByText('Not removed')).toHaveCount(0);
  await picture(page, 'approval-task-refused');
});

test('asked again, everybody agrees to the plan that is applied, and anew when the state has moved', async ({
  page,
  browser,
}) => {
  await signIn(page, 'engineer');
  await askForQueue(page, { name: 'refunds', environment: 'production' });
  const task = page.url();
  await openApproval(page, TITLE, 'asked');

  const marta = await browserOf(browser, 'Marta Okafor');
  await openApproval(marta, TITLE);
  await agree(marta, 'The sale is over.');
  await expect(marta.getByText(/Platform still has to agree/)).toBeVisible();

  const ada = await (await browser.newContext()).newPage();
  await signIn(ada, 'platform');
  await openApproval(ada, TITLE);
  await expect(ada.getByText(/The sale is over/).first()).toBeVisible();
  const outdated = ada.url();

  // Somebody else's apply, before the last one agrees: nobody has agreed to what a plan would do now.
  await moveState('orders-production');
  await agree(ada, 'Within the budget.');
  await expect(ada.getByText('Planned again').first()).toBeVisible();
  await picture(ada, 'approval-planned-again');
  await ada.getByRole('link', { name: 'See the new plan' }).click();
  await expect(ada).not.toHaveURL(outdated);
  await agree(ada, 'Still within the budget.');

  await openApproval(marta, TITLE);
  await expect(marta).not.toHaveURL(outdated);
  await picture(marta, 'approval-waits');
  await agree(marta, 'The same as before.');
  await expect(verdict(marta, 'Applied')).toBeVisible();
  const link = marta.getByRole('link', { name: /^run-/ }).first();
  const [run] = /run-\w+/.exec((await link.textContent())!)!;
  await picture(marta, 'approval-applied');

  await page.goto(task);
  await expectCompleted(page);
  await expect(page.getByRole('link', { name: run }).first()).toBeVisible();
  await picture(page, 'approval-task-applied');
  await marta.context().close();
  await ada.context().close();
});

test('what has expired can not be used', async ({ page, browser }) => {
  await signIn(page, 'engineer');
  // Before the time runs.
  const jonas = await browserOf(browser, 'Jonas Weber');
  await askForQueue(page, { name: 'expiring', environment: 'staging' });
  const task = page.url();
  await openApproval(jonas, 'Add the queue expiring');
  await expect(approve(jonas)).toBeEnabled();
  await expect(verdict(jonas, 'Expired')).toBeVisible({
    timeout: (EXPIRES_IN_MINUTES + 2) * 60_000,
  });
  await expect(approve(jonas)).toBeDisabled();
  await expect(
    jonas.getByText('It has expired; nothing was applied.'),
  ).toBeVisible();
  await picture(jonas, 'approval-expired');
  const asked = `/api/approvals${new URL(jonas.url()).pathname}`;
  const headers = { authorization: `Bearer ${await tokenOf(jonas)}` };
  const { change } = await (await jonas.request.get(asked, { headers })).json();
  const late = await jonas.request.post(`${asked}/decision`, {
    headers,
    data: { decision: 'approve', fingerprint: change.fingerprint },
  });
  expect(late.status()).toBe(409);
  await jonas.context().close();

  await page.goto(task);
  // A notification of it may stand beside.
  await expect(page.getByRole('alert', { name: 'How it ended' })).toContainText(
    /expired/,
  );
  await picture(page, 'approval-task-expired');
});
