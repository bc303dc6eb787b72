import { createMockDirectory } from '@backstage/backend-test-utils';
import { createSandbox, type Sandbox } from '@portico/sandbox';

/** Starts the sandbox's GitHub, Kubernetes and Argo CD for a suite of tests, and ends them after. */
export function startPlatform() {
  const folder = createMockDirectory();
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await createSandbox({
      dataDir: folder.resolve('sandbox'),
      ports: 'free',
      pace: 0.02,
      only: ['control', 'github', 'kubernetes', 'argocd'],
    });
  }, 60_000);
  afterAll(() => sandbox?.stop());
  afterEach(async () => {
    await fetch(`${sandbox.urls.control}/faults`, { method: 'DELETE' });
  });

  async function commit(repo: string, path: string, content: string) {
    const api = `${sandbox.urls.github}/api/v3`;
    const response = await fetch(
      `${api}/repos/mini-org/${repo}/contents/${path}`,
      {
        method: 'PUT',
        headers: { authorization: 'Bearer ghp_sandbox_portico' },
        body: JSON.stringify({
          message: `Add ${path}`,
          content: Buffer.from(content).toString('base64'),
        }),
      },
    );
    if (!response.ok) throw new Error(await response.text());
  }

  return {
    get argocdUrl() {
      return sandbox.urls.argocd;
    },
    cloneUrl: (repo: string) => `${sandbox.urls.github}/mini-org/${repo}.git`,
    /** Puts a new file on the default branch. */
    commit,
    /** Disturbs Argo CD; see the sandbox's control service. */
    async addFault(fault: object) {
      const response = await fetch(`${sandbox.urls.control}/faults`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ service: 'argocd', ...fault }),
      });
      if (!response.ok) throw new Error(await response.text());
    },
  };
}
