import type { Entity } from '@backstage/catalog-model';
import { TEMPLATES_RUN } from './__testUtils__/expected';
import { ROLES } from './__testUtils__/people';
import { listTemplates } from './__testUtils__/readConfig';
import {
  startPortal,
  waitForEntities,
  type Portal,
} from './__testUtils__/startPortal';

const TEMPLATES = listTemplates().map(({ name }) => name);
const CASES = TEMPLATES.flatMap(template =>
  ROLES.map(role => ({
    template,
    role,
    may:
      role === 'platform' || Boolean(TEMPLATES_RUN[template]?.includes(role)),
  })),
);

describe('who may run which template', () => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await startPortal();
    await waitForEntities(portal, 'kind=template', TEMPLATES.length);
    await waitForEntities(portal, 'kind=user', ROLES.length);
  }, 240_000);
  afterAll(() => portal?.stop());

  it('says it of each template', () => {
    expect(TEMPLATES.filter(name => !TEMPLATES_RUN[name])).toEqual([]);
  });

  it.each(CASES)('$template: $role $may', async ({ template, role, may }) => {
    const seen = await portal.fetchAs(
      role,
      `/api/catalog/entities/by-name/template/default/${template}`,
    );
    expect(seen.status).toBe(may ? 200 : 404);
    const form = await portal.fetchAs(
      role,
      `/api/scaffolder/v2/templates/default/template/${template}/parameter-schema`,
    );
    expect(form.status).toBe(may ? 200 : 404);
    const started = await portal.fetchAs(role, '/api/scaffolder/v2/tasks', {
      templateRef: `template:default/${template}`,
      values: {},
    });
    // An empty form is refused with 400, but only after the rights were checked.
    expect(may ? [400, 201] : [403, 404]).toContain(started.status);
  });

  it.each(ROLES)('lists to %s what they may run, and all else', async role => {
    const list = async (filter: string) => {
      const path = `/api/catalog/entities?filter=${filter}`;
      const response = await portal.fetchAs(role, path);
      const entities = (await response.json()) as Entity[];
      return entities.map(({ metadata }) => metadata.name).sort();
    };
    expect(await list('kind=template')).toEqual(
      CASES.filter(item => item.role === role && item.may)
        .map(({ template }) => template)
        .sort(),
    );
    expect(await list('kind=user')).toHaveLength(ROLES.length);
  });
});
