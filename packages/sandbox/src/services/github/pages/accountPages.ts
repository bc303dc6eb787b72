import Router from 'express-promise-router';
import { html } from '../../../kit';
import type { Github } from '../Github';
import { GithubError } from '../GithubError';
import { fullName } from '../GithubState';
import { layout } from './layout';

/** The organisation, its teams and people, and their pictures. */
export function accountPages(github: Github) {
  const { state, organization } = github;
  const router = Router();
  const home = { text: organization, href: `/${organization}` };

  router.get('/', (_request, response) =>
    response.redirect(302, `/${organization}`),
  );

  router.get('/avatars/:kind(u|t)/:id(\\d+)', (request, response) => {
    const { kind, id } = request.params;
    const name =
      kind === 'u'
        ? state.accounts.find(account => String(account.id) === id)?.name
        : state.teams.find(team => String(team.id) === id)?.name;
    if (!name) throw GithubError.notFound();
    const initials = name
      .split(/\s+/)
      .map(part => part[0])
      .slice(0, 2)
      .join('')
      .toUpperCase();
    const hue = (Number(id) * 47) % 360;
    response
      .type('image/svg+xml')
      .set('cache-control', 'public, max-age=86400')
      .send(
        html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">
          <rect width="40" height="40" fill="hsl(${hue} 35% 38%)" />
          <text
            x="20"
            y="26"
            font-family="system-ui, sans-serif"
            font-size="16"
            text-anchor="middle"
            fill="#fff"
          >
            ${initials}
          </text>
        </svg>`.toString(),
      );
  });

  router.get('/orgs/:org/teams', (_request, response) => {
    const rows = state.teams.list().map(
      team =>
        html`<tr>
          <td>
            <a href="/orgs/${organization}/teams/${team.slug}">${team.name}</a>
          </td>
          <td>${team.description}</td>
        </tr>`,
    );
    response.type('html').send(
      layout(
        'Teams',
        [home],
        html`<table>
          ${rows}
        </table>`,
      ),
    );
  });

  router.get('/orgs/:org/teams/:team', (request, response) => {
    const team = state.team(request.params.team);
    const members = Object.entries(team.members).map(
      ([login, role]) =>
        html`<tr>
          <td>
            <a href="/${login}">${state.account(login)?.name ?? login}</a>
          </td>
          <td class="quiet">${role}</td>
        </tr>`,
    );
    const repositories = state.repositories
      .filter(repository => team.slug in repository.teams)
      .map(
        repository =>
          html`<tr>
            <td><a href="/${fullName(repository)}">${repository.name}</a></td>
            <td class="quiet">${repository.teams[team.slug]}</td>
          </tr>`,
      );
    const content = html`<p>${team.description}</p>
      <h2>Members</h2>
      <table>
        ${members}
      </table>
      <h2>Repositories</h2>
      <table>
        ${repositories}
      </table>`;
    response.type('html').send(layout(team.name, [home], content));
  });

  router.get('/:login', (request, response) => {
    const account = state.account(request.params.login);
    if (!account) throw GithubError.notFound();
    const teams = state.teams.filter(team => account.login in team.members);
    const repositories = state.repositories.filter(
      repository => repository.owner === account.login,
    );
    const content = html`<p class="quiet">
        ${account.login}${account.bio && ` · ${account.bio}`}
      </p>
      ${teams.length > 0 &&
      html`<h2>Teams</h2>
        <table>
          ${teams.map(
            team =>
              html`<tr>
                <td>
                  <a href="/orgs/${organization}/teams/${team.slug}"
                    >${team.name}</a
                  >
                </td>
              </tr>`,
          )}
        </table>`}
      ${repositories.length > 0 &&
      html`<p><a href="/orgs/${organization}/teams">Teams</a></p>
        <h2>Repositories</h2>
        <table>
          ${repositories.map(
            repository =>
              html`<tr>
                <td>
                  <a href="/${fullName(repository)}">${repository.name}</a>
                </td>
                <td>${repository.description ?? ''}</td>
              </tr>`,
          )}
        </table>`}`;
    response
      .type('html')
      .send(
        layout(
          account.name ?? account.login,
          account.type === 'User' ? [home] : [],
          content,
        ),
      );
  });

  return router;
}
