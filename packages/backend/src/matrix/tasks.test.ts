import { ROLES, type Role } from './__testUtils__/people';
import {
  startPortal,
  waitForEntities,
  type Portal,
} from './__testUtils__/startPortal';

const NEW_SERVICE = {
  templateRef: 'template:default/new-service',
  values: {
    name: 'gift-cards',
    description: 'Sells and redeems gift cards.',
    language: 'nodejs',
    owner: 'group:default/commerce',
    system: 'system:default/order-service',
    tier: 'standard',
    environment: 'dev',
    resources: [],
  },
};

describe('who sees and stops whose tasks', () => {
  let portal: Portal;
  let task: string;
  beforeAll(async () => {
    portal = await startPortal();
    await waitForEntities(portal, 'kind=template', 1);
    await waitForEntities(portal, 'kind=user', ROLES.length);
    const path = '/api/scaffolder/v2/tasks';
    const made = await portal.fetchAs('engineer', path, NEW_SERVICE);
    task = ((await made.json()) as { id: string }).id;
  }, 240_000);
  afterAll(() => portal?.stop());

  const SEES: Role[] = ['engineer', 'platform'];

  it.each(ROLES)('the task of an engineer: %s', async role => {
    const sees = SEES.includes(role);
    const path = `/api/scaffolder/v2/tasks`;
    const list = await portal.fetchAs(role, path);
    const { tasks } = (await list.json()) as { tasks: unknown[] };
    expect(tasks).toHaveLength(sees ? 1 : 0);

    const one = await portal.fetchAs(role, `${path}/${task}`);
    expect(one.status).toBe(sees ? 200 : 403);

    const cancelled = await portal.fetchAs(role, `${path}/${task}/cancel`, {});
    expect(cancelled.status !== 403).toBe(sees);
  });
});
