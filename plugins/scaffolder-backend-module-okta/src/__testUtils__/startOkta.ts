import { createMockDirectory } from '@backstage/backend-test-utils';
import { SandboxDriver, StepRunner } from '@portico/plugin-flows-test-utils';
import { createSandbox } from '@portico/sandbox';
import { OktaOrgs } from '../client/OktaOrgs';

/** The sandbox's Okta for a suite of tests, and what the actions need to work on it. */
export function startOkta(more: 'github'[] = []) {
  const folder = createMockDirectory();
  const sandbox = new SandboxDriver(() =>
    createSandbox({
      dataDir: folder.resolve('sandbox'),
      ports: 'free',
      pace: 0.05,
      // With the inbox, since Okta writes to whom it activates.
      only: ['control', 'okta', 'inbox', ...more],
    }),
  );
  const options = (token = 'okta-sandbox-token') => {
    const orgUrl = sandbox.url('okta');
    const runner = new StepRunner();
    const org = {
      name: 'mini-org',
      orgUrl,
      adminUrl: orgUrl,
      token,
      isDefault: true,
    };
    const patience = { retryDelayMs: 5, timeoutMs: 1_000 };
    return {
      runner,
      orgs: new OktaOrgs([org], patience),
      guard: runner.guard,
      ledger: runner.ledger,
      portalUrl: 'http://localhost:7007',
    };
  };
  /** Asks Okta as an administrator does. */
  const ask = async (path: string, method = 'GET', body?: object) => {
    const response = await fetch(`${sandbox.url('okta')}/api/v1${path}`, {
      method,
      headers: {
        authorization: 'SSWS okta-sandbox-token',
        'content-type': 'application/json',
      },
      body: body && JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, body: text ? JSON.parse(text) : {} };
  };
  return { sandbox, options, ask };
}
