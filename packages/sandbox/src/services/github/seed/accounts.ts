import type { World } from '../../../world';
import { TOKEN_LOGIN } from '../authentication';
import type { Github } from '../Github';

/** The organisation, the portal, the people, and those who are not with the organisation yet. */
export function seedAccounts(
  { state }: Github,
  world: World,
  createdAt: string,
) {
  state.accounts.put(world.organization.toLowerCase(), {
    id: state.nextId(),
    login: world.organization,
    type: 'Organization',
    name: 'Mini Org',
    bio: 'Sandbox: simulated GitHub organization',
    createdAt,
  });
  state.accounts.put(TOKEN_LOGIN, {
    id: state.nextId(),
    login: TOKEN_LOGIN,
    type: 'User',
    name: 'Portico',
    email: `${TOKEN_LOGIN}@mini-org.example`,
    role: 'admin',
    createdAt,
  });
  for (const person of world.people) {
    state.accounts.put(person.githubLogin.toLowerCase(), {
      id: state.nextId(),
      login: person.githubLogin,
      type: 'User',
      name: `${person.firstName} ${person.lastName}`,
      email: person.email,
      bio: person.title,
      company: world.organization,
      role: person.roles.includes('platform-admins') ? 'admin' : 'member',
      createdAt,
    });
  }
  for (const { githubLogin, name, email } of world.outsiders) {
    state.accounts.put(githubLogin.toLowerCase(), {
      id: state.nextId(),
      login: githubLogin,
      type: 'User',
      name,
      email,
      createdAt,
    });
  }
}

/** The teams and who is in them. */
export function seedTeams({ state }: Github, world: World, createdAt: string) {
  for (const team of world.teams) {
    const people = world.people.filter(person => person.team === team.name);
    const logins = new Map(
      people.map(person => [person.login, person.githubLogin]),
    );
    const leads = new Set(
      people
        .map(person => person.manager)
        .filter(login => login && logins.has(login)),
    );
    state.teams.put(team.name, {
      id: state.nextId(),
      slug: team.name,
      name: team.title,
      description: team.description,
      privacy: 'closed',
      members: Object.fromEntries(
        people.map(person => [
          person.githubLogin,
          leads.has(person.login) ? 'maintainer' : 'member',
        ]),
      ),
      createdAt,
    });
  }
}
