import Router from 'express-promise-router';
import { callerOf } from '../authentication';
import { may, permissionIn } from '../access';
import { createRepository } from '../createRepository';
import type { Github } from '../Github';
import { GithubError } from '../GithubError';
import { fullName } from '../GithubState';
import { paginate } from '../paginate';
import { permissionFlags } from '../present/team';
import { renameRepository } from '../renameRepository';
import { Body, repositoryOf } from './body';
import {
  customPropertiesOf,
  matchesType,
  settingsOf,
  sorted,
  visibilityOf,
} from './repositoryFields';

/** https://docs.github.com/rest/repos/repos */
export function repositoryRoutes(github: Github) {
  const { state, present, git, webhooks } = github;
  const router = Router();

  router.get('/orgs/:org/repos', (request, response) => {
    const owner = state.account(request.params.org);
    if (owner?.type !== 'Organization') throw GithubError.notFound();
    const type = String(request.query.type ?? 'all');
    const repositories = state.repositories
      .filter(repository => repository.owner === owner.login)
      .filter(one => may(state, one, callerOf(request), 'pull'))
      .filter(repository => matchesType(repository, type));
    response.json(
      paginate(
        request,
        response,
        present.web,
        sorted(repositories, request),
      ).map(repository => present.repository(repository)),
    );
  });

  router.post(
    ['/orgs/:org/repos', '/user/repos'],
    async (request, response) => {
      const owner = state.account(request.params.org ?? callerOf(request));
      if (!owner) throw GithubError.notFound();
      const body = new Body(request, 'Repository');
      const name = body.requiredText('name').replace(/[^\w.-]+/g, '-');
      const repository = createRepository(github, {
        owner: owner.login,
        name,
        description: body.text('description'),
        homepage: body.text('homepage'),
        visibility: visibilityOf(body) ?? 'public',
        settings: settingsOf(body),
        customProperties: customPropertiesOf(body),
      });
      webhooks.emit({
        event: 'repository',
        action: 'created',
        repository,
        sender: callerOf(request),
      });
      if (body.flag('auto_init')) {
        const account = state.account(callerOf(request))!;
        const text = repository.description
          ? `\n${repository.description}\n`
          : '';
        await git.commit(fullName(repository), {
          branch: repository.defaultBranch,
          message: 'Initial commit',
          author: {
            name: account.name ?? account.login,
            email: account.email ?? '',
            login: account.login,
          },
          changes: [{ path: 'README.md', content: `# ${name}\n${text}` }],
        });
      }
      response
        .status(201)
        .location(present.repositoryApi(fullName(repository)))
        .json(present.fullRepository(state.repository(owner.login, name)));
    },
  );

  router.get(
    ['/repos/:owner/:repo', '/repositories/:repositoryId'],
    (request, response) => {
      const repository = repositoryOf(github, request);
      const permission = permissionIn(state, repository, callerOf(request));
      response.json({
        ...present.fullRepository(repository),
        permissions: permissionFlags(permission ?? 'pull'),
      });
    },
  );

  router.patch('/repos/:owner/:repo', async (request, response) => {
    const { full, ...repository } = repositoryOf(github, request);
    const body = new Body(request, 'Repository');
    const archived = body.flag('archived') ?? repository.archived;
    if (repository.archived && archived) {
      throw new GithubError(403, 'Repository was archived so is read-only.');
    }
    const newName = body.text('name') ?? repository.name;
    const defaultBranch =
      body.text('default_branch') ?? repository.defaultBranch;
    if (defaultBranch !== repository.defaultBranch) {
      if (!(await git.resolve(full, `refs/heads/${defaultBranch}`))) {
        throw GithubError.invalid(
          'Repository',
          'default_branch',
          'invalid',
          `The branch ${defaultBranch} was not found. Please push that ref first or create it via the Git Data API.`,
        );
      }
      await git.setDefaultBranch(full, defaultBranch);
    }
    const named =
      newName === repository.name
        ? repository
        : renameRepository(github, repository, newName);
    const changed = state.putRepository({
      ...named,
      description: body.has('description')
        ? body.text('description') ?? null
        : repository.description,
      homepage: body.has('homepage')
        ? body.text('homepage') ?? null
        : repository.homepage,
      visibility: visibilityOf(body) ?? repository.visibility,
      archived,
      defaultBranch,
      settings: { ...repository.settings, ...settingsOf(body) },
      updatedAt: state.now(),
    });
    let action = newName === repository.name ? 'edited' : 'renamed';
    if (archived !== repository.archived)
      action = archived ? 'archived' : 'unarchived';
    webhooks.emit({
      event: 'repository',
      action,
      repository: changed,
      sender: callerOf(request),
    });
    response.json(present.fullRepository(changed));
  });

  router.delete('/repos/:owner/:repo', (request, response) => {
    const { full, ...repository } = repositoryOf(github, request);
    // Its own webhooks hear of it too, so it is told before they go.
    webhooks.emit({
      event: 'repository',
      action: 'deleted',
      repository,
      sender: callerOf(request),
    });
    state.deleteRepository(repository);
    git.remove(full);
    response.status(204).end();
  });

  router.get('/repos/:owner/:repo/topics', (request, response) => {
    response.json({ names: repositoryOf(github, request).topics });
  });

  router.put('/repos/:owner/:repo/topics', (request, response) => {
    const { full, ...repository } = repositoryOf(github, request);
    const names = new Body(request, 'Repository').texts('names');
    if (!names)
      throw GithubError.invalid('Repository', 'names', 'missing_field');
    const wrong = names.find(name => !/^[a-z0-9][a-z0-9-]{0,49}$/.test(name));
    if (wrong !== undefined) {
      throw GithubError.invalid(
        'Repository',
        'topics',
        'invalid',
        `Topic '${wrong}' of ${full} must start with a lowercase letter or number, consist of 50 characters or less, and can include hyphens.`,
      );
    }
    state.putRepository({
      ...repository,
      topics: [...new Set(names)],
      updatedAt: state.now(),
    });
    webhooks.emit({
      event: 'repository',
      action: 'edited',
      repository,
      sender: callerOf(request),
    });
    response.json({ names });
  });

  router.get('/repos/:owner/:repo/languages', (request, response) => {
    response.json(repositoryOf(github, request).languages);
  });

  router.get('/repos/:owner/:repo/forks', (request, response) => {
    repositoryOf(github, request);
    response.json([]);
  });

  return router;
}
