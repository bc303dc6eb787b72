import { setTimeout as sleep } from 'node:timers/promises';

const GITHUB = 'http://127.0.0.1:7101';
const OKTA = 'http://127.0.0.1:7102';
const ISSUES = '/repos/mini-org/onboarding/issues';

/** Makes the first requests of the step after the account is made slow, so that what they lead to can be aimed at. */
const SLOW_MS = 8_000;

/**
 * `user-onboarding`, as `newService`. A step with `slow` changes what has no name before the flow runs:
 * its requests are known once the flow is held up. `alone`: its request names nobody, so that only one
 * flow at a time may get there; the others ask for no AWS access.
 */
export const userOnboarding = {
  template: 'user-onboarding',
  as: 'people-ops@mini-org.example',
  team: 'commerce',
  variants: ['plain', 'aws', 'issue'],
  least: 6,

  /** Mails can't be taken back, nor can what an issue was told. */
  stays: line => line.startsWith('inbox ') || line.startsWith('comments '),

  values: (name, team, { variant, issue }) => ({
    firstName: 'Flora',
    lastName: 'Fault',
    email: loginOf(name),
    title: 'Engineer',
    teamRef: `group:default/${team}`,
    managerRef: 'user:default/lena.fischer',
    startDate: '2026-12-01',
    awsAccess: variant === 'aws' ? 'ReadOnly' : 'None',
    githubLogin: name,
    ...(issue ? { issueUrl: issue.html_url } : {}),
  }),

  /** An account on GitHub, and the issue that asks for it. */
  async prepare(name, variant) {
    const body = new URLSearchParams({ login: name, name, email: '' });
    const joined = await fetch(`${GITHUB}/join`, { method: 'POST', body });
    if (!joined.ok) throw new Error(`${name} can't join: ${joined.status}`);
    if (variant !== 'issue') return {};
    const title = `Bring in ${name}`;
    return { issue: await github('POST', ISSUES, { title }) };
  },

  /** What the sandbox's list doesn't have: comments, so that one made twice is seen. */
  async more({ issue }) {
    if (!issue) return [];
    const comments = await github('GET', `${ISSUES}/${issue.number}/comments`);
    return comments.map(({ user }) => `comments on issue: by ${user.login}`);
  },

  steps: [
    {
      id: 'check-person',
      requests: name => [
        { service: 'okta', method: 'GET', path: `^/api/v1/users/${name}%40` },
      ],
    },
    {
      id: 'create-user',
      requests: name => [
        {
          service: 'okta',
          method: 'POST',
          path: '^/api/v1/users\\?',
          body: name,
        },
      ],
    },
    {
      id: 'assign-groups',
      slow: slowLookUps,
      async requests(name) {
        const id = await oktaId(name);
        const path = `/groups/[^/]+/users/${id}$`;
        return [{ service: 'okta', method: 'PUT', path }];
      },
    },
    {
      id: 'aws-access',
      variant: 'aws',
      alone: true,
      requests: () => [
        {
          service: 'aws',
          method: 'POST',
          path: ' SWBExternalService.CreateAccountAssignment$',
        },
      ],
    },
    {
      id: 'github-team',
      requests: name => [
        {
          service: 'github',
          method: 'PUT',
          path: `/teams/[^/]+/memberships/${name}$`,
        },
      ],
    },
    {
      id: 'send-welcome',
      slow: slowLookUps,
      async requests(name, { sandbox }) {
        // Okta's own mail goes to the same person.
        await until(async () =>
          (
            await sandbox.objects()
          ).inbox.mails.some(mail => mail.startsWith(loginOf(name))),
        );
        const codes = { 503: 451, 401: 535 };
        return [{ service: 'smtp', method: 'MAIL', path: `^${name}@`, codes }];
      },
    },
    {
      id: 'close-issue',
      variant: 'issue',
      requests: (_, { issue }) => [
        {
          service: 'github',
          method: 'POST',
          path: `${ISSUES}/${issue.number}/comments$`,
        },
        {
          service: 'github',
          method: 'PATCH',
          path: `${ISSUES}/${issue.number}$`,
        },
      ],
    },
  ],
};

function loginOf(name) {
  return `${name}@mini-org.example`;
}

function slowLookUps(name) {
  const path = `^/api/v1/users/${name}%40`;
  const slow = { kind: 'latency', value: SLOW_MS, times: 3 };
  return [{ service: 'okta', method: 'GET', path, ...slow }];
}

/** By a search, which is not held up. */
async function oktaId(name) {
  const search = new URLSearchParams({
    search: `profile.login eq "${loginOf(name)}"`,
  });
  return until(async () => {
    const response = await fetch(`${OKTA}/api/v1/users?${search}`, {
      headers: { authorization: 'SSWS okta-sandbox-token' },
    });
    const [user] = await response.json();
    return user?.id;
  });
}

async function until(look) {
  const deadline = Date.now() + 600_000;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > deadline) throw new Error('The account was never made');
    await sleep(100);
  }
}

async function github(method, path, body) {
  const response = await fetch(`${GITHUB}/api/v3${path}`, {
    method,
    headers: {
      authorization: 'Bearer ghp_sandbox_portico',
      'content-type': 'application/json',
    },
    body: body && JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`);
  return response.json();
}
