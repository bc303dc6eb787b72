import { expect, test } from '@playwright/test';
import {
  bringIn,
  firstSignIn,
  joinOrganisation,
  mailTo,
  openMail,
  type Newcomer,
} from './joining';
import {
  askPortal,
  expectCompleted,
  picture,
  readOkta,
  sandbox,
  signIn,
  signInByLogin,
} from './portico';

test.describe.configure({ mode: 'serial' });

const nia: Newcomer = {
  firstName: 'Nia',
  lastName: 'Osei',
  email: 'nia.osei@mini-org.example',
  githubLogin: 'nia-osei',
};
const ravi: Newcomer = {
  firstName: 'Ravi',
  lastName: 'Menon',
  email: 'ravi.menon@mini-org.example',
  githubLogin: 'ravi-menon',
};

/** What Okta, AWS and GitHub hold of somebody, and who is invited. */
async function doorsOf({ email, githubLogin }: Newcomer): Promise<string[]> {
  const { okta, aws, github } = await sandbox.objects();
  return [
    ...okta.memberships.map(one => `okta ${one}`),
    ...aws.memberships.map(one => `aws ${one}`),
    ...aws.assignments.map(one => `aws ${one}`),
    ...github.members.map(one => `github ${one}`),
    ...github.invitations.map(one => `github ${one}`),
    ...github.teamMemberships.map(one => `github ${one}`),
  ].filter(one => one.includes(email) || one.includes(githubLogin));
}

/** Registers a component whose owner is one person. */
async function ownSomething(user: string): Promise<void> {
  const lines = [
    'apiVersion: backstage.io/v1alpha1',
    'kind: Component',
    'metadata: { name: gift-ideas }',
    `spec: { type: library, lifecycle: experimental, owner: 'user:default/${user}' }`,
  ];
  const repository = 'mini-org/onboarding';
  const file = await fetch(
    `http://127.0.0.1:7101/api/v3/repos/${repository}/contents/gift-ideas.yaml`,
    {
      method: 'PUT',
      headers: { authorization: 'token ghp_sandbox_samira-aziz' },
      body: JSON.stringify({
        message: 'Describe gift-ideas',
        content: Buffer.from(lines.join('\n')).toString('base64'),
      }),
    },
  );
  expect(file.status).toBe(201);
  const registered = await askPortal('/catalog/locations', {
    type: 'url',
    target: `http://127.0.0.1:7101/${repository}/blob/main/gift-ideas.yaml`,
  });
  expect(registered.status).toBe(201);
  await expect
    .poll(
      async () =>
        (
          await askPortal(
            '/catalog/entities/by-name/component/default/gift-ideas',
          )
        ).status,
    )
    .toBe(200);
}

test('people operations bring somebody in by the form, who finds what their team runs', async ({
  page,
  browser,
}) => {
  await signIn(page, 'people-ops');
  await bringIn(page, nia);
  await expectCompleted(page);
  await expect(page.getByText('Nia Osei has been brought in.')).toBeVisible();
  const ledger = page.getByRole('table', { name: 'What this task has done' });
  await expect(ledger.getByText(nia.email).first()).toBeVisible();
  await expect(ledger.getByText('Made', { exact: true })).not.toHaveCount(0);
  await picture(page, 'onboarding-completed');

  const welcome = await mailTo(nia.email, 'Welcome to mini-org');
  expect(welcome.text).toContain('Sign in as');
  expect(welcome.html).toContain('commerce');
  await openMail(page, welcome.id);
  await picture(page, 'onboarding-mail');

  const hers = await firstSignIn(browser, nia, 'dark');
  await expect(
    hers.getByRole('link', { name: 'orders' }).first(),
  ).toBeVisible();
  await picture(hers, 'newcomer-home-dark');
  await hers.goto('/catalog/default/group/commerce');
  await expect(hers.getByText('Nia Osei').first()).toBeVisible();
  await hers.context().close();
});

test('running it twice changes nothing and says so', async ({ page }) => {
  const before = await sandbox.objects();
  await signIn(page, 'people-ops');
  await bringIn(page, nia);
  await expectCompleted(page);
  await expect(page.getByText(/Nia Osei was there already/)).toBeVisible();
  const ledger = page.getByRole('table', { name: 'What this task has done' });
  await expect(ledger.getByText('Kept', { exact: true })).not.toHaveCount(0);
  await expect(ledger.getByText(/^(Made|Changed)$/)).toHaveCount(0);
  await picture(page, 'onboarding-twice');
  expect(await sandbox.objects()).toEqual(before);
});

test('an issue that people operations label brings somebody in as well', async ({
  page,
  browser,
}) => {
  const form = 'http://127.0.0.1:7101/mini-org/onboarding/issues/new';
  await page.goto(`${form}?template=user-onboarding.yml`);
  const actAs = (login: string) =>
    page
      .getByLabel(/^Act as/)
      .first()
      .selectOption(login);
  await actAs('lena-fischer');
  await page.getByLabel(/^Title/).fill('Onboard: Ravi Menon');
  await page.getByLabel(/^First name/).fill(ravi.firstName);
  await page.getByLabel(/^Last name/).fill(ravi.lastName);
  await page.getByLabel(/^Work e-mail/).fill(ravi.email);
  await page.getByLabel(/^Manager/).fill('jonas.weber');
  await page.getByLabel(/^Team/).selectOption('commerce');
  await page.getByLabel(/^Job title/).fill('Software Engineer');
  await page.getByLabel(/^Start date/).fill('2026-12-01');
  await page.getByLabel(/^AWS access/).selectOption('ReadOnly');
  await page.getByLabel(/^GitHub login/).fill(ravi.githubLogin);
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Create' }).click();
  await page.waitForURL(/\/issues\/\d+$/);
  const issue = page.url();

  const labels = page.locator('form[action$="/labels"]');
  await labels.getByLabel(/^Act as/).selectOption('samira-aziz');
  await labels.getByRole('checkbox', { name: /^approved/ }).check();
  await labels.getByRole('button', { name: 'Set labels' }).click();
  await expect(async () => {
    await page.goto(issue);
    await expect(page.getByText('Ravi Menon can start.')).toBeVisible({
      timeout: 1_000,
    });
    await expect(page.getByText(/·\s+closed\s+·/)).toBeVisible({
      timeout: 1_000,
    });
  }).toPass({ timeout: 300_000 });
  await picture(page, 'onboarding-issue');

  const his = await firstSignIn(browser, ravi);
  await expect(his.getByRole('link', { name: 'orders' }).first()).toBeVisible();
  await picture(his, 'newcomer-by-issue-home');
  await his.context().close();
});

test('whoever leaves finds every door closed', async ({ page, browser }) => {
  // Something that is hers alone, and a session that is open while she leaves.
  await ownSomething('nia.osei');
  const context = await browser.newContext();
  const hers = await context.newPage();
  await signInByLogin(hers, nia.email);
  await expect(hers.getByRole('link', { name: 'Nia Osei' })).toBeVisible();
  await joinOrganisation(hers, nia.githubLogin);
  expect(await doorsOf(nia)).toEqual(
    expect.arrayContaining([
      `okta commerce ${nia.email}`,
      `aws mini-org-dev DeveloperAccess user ${nia.email}`,
      `github commerce ${nia.githubLogin} member`,
    ]),
  );

  await signIn(page, 'people-ops');
  await page.goto('/create/templates/default/user-offboarding');
  await page.getByRole('combobox', { name: /^Who leaves/ }).fill('nia');
  await page.getByRole('option', { name: /^Nia Osei/ }).click();
  await page.getByRole('combobox', { name: /^Who takes over/ }).fill('lena');
  await page.getByRole('option', { name: /^Lena Fischer/ }).click();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Review' }).click();
  await picture(page, 'offboarding-review');
  await page.getByRole('button', { name: 'Create' }).click();
  await page.waitForURL(/\/create\/tasks\//);
  await expectCompleted(page);
  await expect(
    page.getByRole('listitem').filter({ hasText: /gift-ideas.*lena.fischer/i }),
  ).toBeVisible();
  await picture(page, 'offboarding-completed');

  expect(await doorsOf(nia)).toEqual([]);
  await hers.goto('/');
  await expect(
    hers.getByRole('button', { name: 'Sign in with Okta' }),
  ).toBeVisible();
  await signInByLogin(hers, nia.email);
  await expect(hers.getByText(`${nia.email} is deactivated`)).toBeVisible();
  await picture(hers, 'offboarding-sign-in-refused');
  await context.close();
  await readOkta({ user: 'nia.osei', until: 'forgotten' });
});
