import { PORTS } from '../../../kit';
import type { World } from '../../../world';
import type { Github } from '../Github';
import { seedAccounts, seedTeams } from './accounts';
import { seedComponent } from './components';
import { seedOnboarding } from './onboarding';

/** Fills an empty GitHub from the description of the organisation. */
export async function seed(github: Github, world: World): Promise<void> {
  const { state } = github;
  const createdAt = state.now();
  state.transaction(() => {
    seedAccounts(github, world, createdAt);
    seedTeams(github, world, createdAt);
  });
  for (const component of world.components)
    await seedComponent(github, world, component);
  await seedOnboarding(github, world);
  seedWebhook(github);
}

/**
 * Where the portal, if it is up, hears of what happens: at `PORTICO_PORTAL_URL`, else at port 7007. It is switched
 * off where the sandbox has other ports than the documented ones, for then the portal at 7007 is not its own.
 */
function seedWebhook(
  { state, organization, kit }: Github,
  portalUrl = process.env.PORTICO_PORTAL_URL,
) {
  const isDocumented = new URL(kit.urls.github).port === String(PORTS.github);
  const now = state.now();
  const id = state.nextId();
  state.webhooks.put(String(id), {
    id,
    target: organization,
    events: ['issues', 'issue_comment', 'pull_request', 'push'],
    active: portalUrl !== undefined || isDocumented,
    config: {
      url: new URL(
        '/api/events/http/github',
        portalUrl ?? 'http://127.0.0.1:7007',
      ).href,
      content_type: 'json',
      secret: 'github-webhook-sandbox-secret',
      insecure_ssl: '0',
    },
    createdAt: now,
    updatedAt: now,
  });
}
