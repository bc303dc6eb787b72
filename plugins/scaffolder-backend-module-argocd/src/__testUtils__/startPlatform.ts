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
  }, 240_000);
  afterAll(() => sandbox?.stop());
  afterEach(async () => {
    await fetch(`${sandbox.urls.control}/faults`, { method: 'DELETE' });
  });

  async function github(method: string, path: string, body: object) {
    const response = await fetch(`${sandbox.urls.github}/api/v3${path}`, {
      method,
      headers: { authorization: 'Bearer ghp_sandbox_portico' },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(text);
    return JSON.parse(text);
  }

  return {
    get argocdUrl() {
      return sandbox.urls.argocd;
    },
    get kubernetesUrl() {
      return sandbox.urls.kubernetes;
    },
    async hasNamespace(name: string): Promise<boolean> {
      const { status } = await fetch(
        `${sandbox.urls.kubernetes}/api/v1/namespaces/${name}`,
        { headers: { authorization: 'Bearer kubernetes-sandbox-token' } },
      );
      return status === 200;
    },
    async hasApplication(name: string): Promise<boolean> {
      const { status } = await fetch(
        `${sandbox.urls.argocd}/api/v1/applications/${name}`,
        { headers: { authorization: 'Bearer argocd-sandbox-token' } },
      );
      return status === 200;
    },
    cloneUrl: (repo: string) => `${sandbox.urls.github}/mini-org/${repo}.git`,
    /** Puts a new file on the default branch, and gives the commit. */
    async commit(repo: string, path: string, content: string): Promise<string> {
      const { commit } = await github(
        'PUT',
        `/repos/mini-org/${repo}/contents/${path}`,
        {
          message: `Add ${path}`,
          content: Buffer.from(content).toString('base64'),
        },
      );
      return commit.sha;
    },
    createRepository: (name: string) =>
      github('POST', '/orgs/mini-org/repos', { name }),
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
