import { list } from 'tar';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  AUTHORIZATION,
  git,
  startGithub,
  until,
  type TestGithub,
} from './__testUtils__/startGithub';

let github: TestGithub;
let folder: string;
let remote: string;

beforeAll(async () => {
  github = await startGithub();
  folder = await mkdtemp(join(tmpdir(), 'sandbox-clone-'));
  const { owner, repo } = github.repo;
  remote = `${github.url.replace(
    'http://',
    'http://any:ghp_sandbox_portico@',
  )}/${owner}/${repo}.git`;
  await git(folder, 'clone', '-q', remote, 'work');
});

afterAll(async () => {
  await github.remove();
  await rm(folder, { recursive: true, force: true });
});

const work = () => join(folder, 'work');

it('clones what the API shows', async () => {
  const { data } = await github.octokit.repos.getContent({
    ...github.repo,
    path: 'catalog-info.yaml',
    mediaType: { format: 'raw' },
  });
  expect(await readFile(join(work(), 'catalog-info.yaml'), 'utf8')).toBe(data);
});

it('asks for a credential, and refuses a wrong one', async () => {
  const { owner, repo } = github.repo;
  await expect(
    git(folder, 'clone', `${github.url}/${owner}/${repo}.git`, 'none'),
  ).rejects.toThrow(/could not read Username/);
  const wrong = remote.replace('ghp_sandbox_portico', 'ghp_other');
  await expect(git(folder, 'clone', wrong, 'none')).rejects.toThrow(
    /Authentication failed/,
  );
});

it('lets anyone read a public repository and no one write without the token', async () => {
  await github.octokit.repos.createInOrg({
    org: 'mini-org',
    name: 'open',
    auto_init: true,
  });
  await git(folder, 'clone', '-q', `${github.url}/mini-org/open.git`, 'open');
  await expect(
    git(join(folder, 'open'), 'push', 'origin', 'HEAD:refs/heads/x'),
  ).rejects.toThrow(/could not read Username/);
});

it('shows a pushed commit in the API at once', async () => {
  await writeFile(join(work(), 'pushed.txt'), 'from git\n');
  await git(work(), 'add', '.');
  await git(work(), 'commit', '-qm', 'Push by git');
  await git(work(), 'push', '-q', 'origin', 'main');
  const { data } = await github.octokit.repos.listCommits({
    ...github.repo,
    per_page: 1,
  });
  expect(data[0].commit.message).toBe('Push by git');
  const { data: commit } = await github.octokit.repos.getCommit({
    ...github.repo,
    ref: data[0].sha,
  });
  expect(commit.files).toMatchObject([
    { filename: 'pushed.txt', status: 'added', additions: 1 },
  ]);
});

it('gives git what the API committed', async () => {
  await github.octokit.repos.createOrUpdateFileContents({
    ...github.repo,
    path: 'docs/from api.md',
    message: 'Write by API',
    content: Buffer.from('from the API\n').toString('base64'),
  });
  await git(work(), 'pull', '-q');
  expect(await readFile(join(work(), 'docs/from api.md'), 'utf8')).toBe(
    'from the API\n',
  );
});

it('takes a large push in chunks', async () => {
  await writeFile(
    join(work(), 'large.bin'),
    Buffer.alloc(3_000_000, 'a b c ').map(
      (value, index) => (value * index) % 251,
    ),
  );
  await git(work(), 'add', '.');
  await git(work(), 'commit', '-qm', 'Large');
  await git(
    work(),
    '-c',
    'http.postBuffer=65536',
    'push',
    '-q',
    'origin',
    'main',
  );
  await git(folder, 'clone', '-q', '--depth', '1', remote, 'again');
  expect((await readFile(join(folder, 'again/large.bin'))).length).toBe(
    3_000_000,
  );
});

it('archives a commit below one folder', async () => {
  const { owner, repo } = github.repo;
  const response = await fetch(
    `${github.url}/api/v3/repos/${owner}/${repo}/tarball/main`,
    { headers: AUTHORIZATION },
  );
  expect(response.headers.get('content-type')).toBe('application/x-gzip');
  await writeFile(
    join(folder, 'archive.tar.gz'),
    Buffer.from(await response.arrayBuffer()),
  );
  const names: string[] = [];
  await list({
    file: join(folder, 'archive.tar.gz'),
    onReadEntry: entry => names.push(entry.path),
  });
  expect(
    names.some(name =>
      /^mini-org-[\w-]+-[0-9a-f]{7}\/catalog-info\.yaml$/.test(name),
    ),
  ).toBe(true);
});

describe('a protected branch', () => {
  const protect = (enforceAdmins: boolean) =>
    github.octokit.repos.updateBranchProtection({
      ...github.repo,
      branch: 'main',
      required_status_checks: null,
      enforce_admins: enforceAdmins,
      required_pull_request_reviews: { required_approving_review_count: 1 },
      restrictions: null,
    });
  const change = async (text: string) => {
    await git(work(), 'pull', '-q', '--rebase');
    await writeFile(join(work(), 'protected.txt'), text);
    await git(work(), 'add', '.');
    await git(work(), 'commit', '-qm', text);
  };

  it('refuses a push where the rule holds for administrators, by git and by API', async () => {
    await change('one');
    await protect(true);
    await expect(git(work(), 'push', 'origin', 'main')).rejects.toThrow(
      /GH006: Protected branch update failed for refs\/heads\/main[\s\S]*Changes must be made through a pull request/,
    );
    await expect(
      github.octokit.repos.createOrUpdateFileContents({
        ...github.repo,
        path: 'x',
        message: 'x',
        content: '',
      }),
    ).rejects.toMatchObject({
      status: 409,
      message: expect.stringContaining(
        'Changes must be made through a pull request',
      ),
    });
    await git(work(), 'push', '-q', 'origin', 'main:feature');
  });

  it('lets an administrator past otherwise, and says so', async () => {
    await protect(false);
    expect(await git(work(), 'push', 'origin', 'main')).toMatch(
      /Bypassed rule violations for refs\/heads\/main/,
    );
  });

  it('never takes a forced push or a deletion', async () => {
    await expect(
      git(work(), 'push', '--force', 'origin', 'HEAD~1:main'),
    ).rejects.toThrow(/Cannot force-push/);
    await expect(
      github.octokit.git.deleteRef({ ...github.repo, ref: 'heads/main' }),
    ).rejects.toMatchObject({ status: 422 });
  });
});

it('keeps an open pull request at the tip of its branch', async () => {
  await git(work(), 'checkout', '-q', '-b', 'topic');
  await git(work(), 'commit', '-q', '--allow-empty', '-m', 'one');
  await git(work(), 'push', '-q', 'origin', 'topic');
  const { data: pull } = await github.octokit.pulls.create({
    ...github.repo,
    title: 'Topic',
    head: 'topic',
    base: 'main',
  });
  await writeFile(join(work(), 'topic.txt'), 'topic\n');
  await git(work(), 'add', '.');
  await git(work(), 'commit', '-qm', 'two');
  await git(work(), 'push', '-q', 'origin', 'topic');
  const sha = (await git(work(), 'rev-parse', 'HEAD')).trim();
  const { data } = await until(
    () =>
      github.octokit.pulls.get({ ...github.repo, pull_number: pull.number }),
    answer => answer.data.head.sha === sha,
  );
  expect(data).toMatchObject({ commits: 2, changed_files: 1, mergeable: true });
});
