import { createWorld } from './createWorld';

const world = createWorld();
const names = (items: { name: string }[]) => items.map(({ name }) => name);
const repeated = (values: string[]) =>
  values.filter((value, index) => values.indexOf(value) !== index);

describe('the mini-org', () => {
  it('is as large as its own story says', () => {
    expect({
      domains: world.domains.length,
      systems: world.systems.length,
      teams: world.teams.length,
      components: world.components.length,
      people: world.people.length,
    }).toEqual({
      domains: 5,
      systems: 30,
      teams: 8,
      components: 64,
      people: 41,
    });
  });

  it('is the same each time, and a caller cannot change it for another', () => {
    const one = createWorld();
    one.components[0].name = 'changed';
    expect(createWorld()).toEqual(world);
  });

  it('says each name once', () => {
    const apis = world.components.flatMap(c => c.providesApis);
    for (const list of [
      world.domains,
      world.systems,
      world.teams,
      world.components,
      world.resources,
      apis,
    ]) {
      expect(repeated(names(list))).toEqual([]);
    }
    expect(repeated(world.people.map(({ login }) => login))).toEqual([]);
    expect(repeated(world.people.map(({ email }) => email))).toEqual([]);
  });

  it('uses names that the catalog, Kubernetes and GitHub all accept', () => {
    const all = [
      ...names(world.domains),
      ...names(world.systems),
      ...names(world.teams),
      ...names(world.components),
      ...names(world.resources),
      ...names(world.components.flatMap(c => c.providesApis)),
    ];
    expect(
      all.filter(name => !/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(name)),
    ).toEqual([]);
    expect(
      world.people.filter(({ login }) => !/^[a-z]+\.[a-z]+$/.test(login)),
    ).toEqual([]);
  });
});

describe('references', () => {
  const known = {
    domain: new Set(names(world.domains)),
    system: new Set(names(world.systems)),
    team: new Set(names(world.teams)),
    component: new Set(names(world.components)),
    resource: new Set(names(world.resources)),
    api: new Set(names(world.components.flatMap(c => c.providesApis))),
    person: new Set(world.people.map(({ login }) => login)),
  };
  const dangling: [string, keyof typeof known, string][] = [];
  const refer = (from: string, kind: keyof typeof known, ...to: string[]) =>
    to
      .filter(name => !known[kind].has(name))
      .forEach(name => dangling.push([from, kind, name]));

  for (const { name, owner } of world.domains) refer(name, 'team', owner);
  for (const { name, owner, domain } of world.systems) {
    refer(name, 'team', owner);
    refer(name, 'domain', domain);
  }
  for (const { login, team, manager } of world.people) {
    if (team) refer(login, 'team', team);
    if (manager) refer(login, 'person', manager);
  }
  for (const component of world.components) {
    refer(component.name, 'team', component.owner);
    refer(component.name, 'system', component.system);
    refer(component.name, 'component', ...component.dependsOn);
    refer(component.name, 'resource', ...component.uses);
    refer(component.name, 'api', ...component.consumesApis);
  }
  for (const resource of world.resources) {
    refer(resource.name, 'team', resource.owner);
    refer(resource.name, 'resource', ...resource.dependsOn);
    if (resource.system) refer(resource.name, 'system', resource.system);
  }

  it('all lead somewhere', () => {
    expect(dangling).toEqual([]);
  });

  it('never lead from a thing to itself', () => {
    const loops = [...world.components, ...world.resources].filter(
      ({ name, dependsOn }) => dependsOn.includes(name),
    );
    expect(names(loops)).toEqual([]);
  });

  it('give each system a component, and each store a user', () => {
    const systems = new Set(world.components.map(({ system }) => system));
    const used = new Set(world.components.flatMap(({ uses }) => uses));
    const stores = world.resources.filter(({ type }) => type !== 'provider');

    expect(names(world.systems).filter(name => !systems.has(name))).toEqual([]);
    expect(names(stores).filter(name => !used.has(name))).toEqual([]);
  });
});

describe('people', () => {
  it('form teams of four to six, each with one lead whom the others report to', () => {
    for (const { name } of world.teams) {
      const members = world.people.filter(({ team }) => team === name);
      const leads = members.filter(({ manager }) => !manager);

      expect(members.length).toBeGreaterThanOrEqual(4);
      expect(members.length).toBeLessThanOrEqual(6);
      expect(leads).toHaveLength(1);
      expect(
        members.filter(({ manager }) => manager && manager !== leads[0].login),
      ).toEqual([]);
    }
  });

  it.each([
    ['engineer', 'Lena Fischer', 'commerce', ['engineers']],
    ['platform', 'Ada Lindqvist', 'platform', ['engineers', 'platform-admins']],
    ['security', 'Viktor Novák', 'identity', ['security']],
    ['people-ops', 'Samira Aziz', 'workplace', ['people-ops']],
    ['finance', 'Ines Marchetti', 'workplace', ['finance']],
    ['newcomer', 'Milo Quinn', undefined, []],
  ])('%s@ signs in as %s', (account, name, team, roles) => {
    const person = world.people.find(
      ({ email }) => email === `${account}@mini-org.example`,
    );
    expect(`${person?.firstName} ${person?.lastName}`).toBe(name);
    expect(person?.team).toBe(team);
    expect(person).toMatchObject({ roles, signIn: true });
  });
});

describe('orders', () => {
  const orders = world.components.find(({ name }) => name === 'orders')!;

  it('needs and is needed by exactly what its page shows', () => {
    const usedBy = world.components.filter(({ dependsOn }) =>
      dependsOn.includes('orders'),
    );
    expect([...orders.dependsOn, ...orders.uses].sort()).toEqual([
      'customers',
      'event-bus',
      'inventory',
      'orders-db',
      'payments',
    ]);
    expect(names(usedBy).sort()).toEqual([
      'admin-portal',
      'fulfilment',
      'invoicing',
      'public-api',
      'storefront-bff',
    ]);
  });

  it('makes the order service use eight systems and be used by five', () => {
    const systemOf = new Map(
      [...world.components, ...world.resources].map(c => [c.name, c.system]),
    );
    const edges = world.components.flatMap(({ name, dependsOn, uses }) =>
      [...dependsOn, ...uses].map(to => [systemOf.get(name), systemOf.get(to)]),
    );
    const others = (from: 0 | 1) =>
      new Set(
        edges
          .filter(edge => edge[from] === 'order-service')
          .map(edge => edge[1 - from])
          .filter(name => name && name !== 'order-service'),
      );
    expect([...others(0)].sort()).toEqual([
      'cache',
      'customer-service',
      'identity-service',
      'messaging',
      'operational-db',
      'payment-service',
      'product-service',
      'workflow-engine',
    ]);
    expect([...others(1)].sort()).toEqual([
      'admin-portal',
      'finance-portal',
      'mobile-application',
      'public-api',
      'web-application',
    ]);
  });
});
