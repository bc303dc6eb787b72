import request from 'supertest';
import { startGithub, type TestGithub } from '../__testUtils__/startGithub';

const ONBOARDING = { owner: 'mini-org', repo: 'onboarding' };
const PATH = '/mini-org/onboarding/issues/new?template=user-onboarding.yml';
const ANSWERS = {
  as: 'lena-fischer',
  title: 'Onboard: Nia Osei',
  'first-name': 'Nia',
  'last-name': 'Osei',
  email: 'nia.osei@mini-org.example',
  manager: 'jonas.weber',
  team: 'commerce',
  'job-title': 'Software Engineer',
  'start-date': '2026-12-01',
  'aws-access': 'Developer',
  confirmation: 'The contract is signed',
};

let github: TestGithub;

beforeAll(async () => {
  github = await startGithub({ protected: true });
});

afterAll(() => github.remove());

it('opens an issue with a form, whose body reads as on GitHub', async () => {
  const chooser = await request(github.url).get(
    '/mini-org/onboarding/issues/new/choose',
  );
  expect(chooser.text).toContain('User onboarding');
  const page = await request(github.url).get(`${PATH}&email=nia@example.org`);
  expect(page.text).toContain('Sandbox: simulated GitHub');
  expect(page.text).toContain('value="nia@example.org"');

  const sent = await request(github.url).post(PATH).type('form').send(ANSWERS);
  expect(sent.status).toBe(303);
  const number = Number(sent.headers.location.split('/').at(-1));
  const { data } = await github.octokit.issues.get({
    ...ONBOARDING,
    issue_number: number,
  });
  expect(data).toMatchObject({
    title: 'Onboard: Nia Osei',
    user: { login: 'lena-fischer' },
    labels: [{ name: 'onboarding' }],
  });
  expect(data.body).toMatch(
    /^### First name\n\nNia\n\n### Last name\n\nOsei\n\n/,
  );
  expect(data.body).toContain('### GitHub login\n\n_No response_\n\n');
});

it('keeps what was entered where something is missing', async () => {
  const { status, text } = await request(github.url)
    .post(PATH)
    .type('form')
    .send({ ...ANSWERS, email: '', as: 'lena-fischer' });
  expect(status).toBe(422);
  expect(text).toContain('id="email-error"');
  expect(text).toContain('value="Osei"');
});

it('lets people take part as who they are', async () => {
  const { data: issue } = await github.octokit.issues.create({
    ...ONBOARDING,
    title: 'Labels',
  });
  const path = `/mini-org/onboarding/issues/${issue.number}`;
  const label = (as: string) =>
    request(github.url)
      .post(`${path}/labels`)
      .type('form')
      .send({ as, labels: ['onboarding', 'approved'] });
  expect((await label('lena-fischer')).status).toBe(403);
  expect((await label('samira-aziz')).status).toBe(303);
  const page = await request(github.url).get(path);
  expect(page.text.replace(/\s+/g, ' ')).toContain(
    'samira-aziz labeled <strong>approved</strong>',
  );
});

it('takes no form from another site', async () => {
  const { status } = await request(github.url)
    .post(PATH)
    .set('origin', 'http://evil.example')
    .type('form')
    .send(ANSWERS);
  expect(status).toBe(403);
});

it.each(['', '/issues', '/pulls', '/actions', '/commits', '/tree/main'])(
  'shows the page %s of a repository',
  async path => {
    const { repo } = github.repo;
    const page = await request(github.url).get(`/mini-org/${repo}${path}`);
    expect(page.status).toBe(200);
  },
);
