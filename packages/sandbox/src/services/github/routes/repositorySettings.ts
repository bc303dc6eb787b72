import Router from 'express-promise-router';
import type { Github } from '../Github';
import { GithubError } from '../GithubError';
import { Body, repositoryOf } from './body';

/** Settings that are one document each: path below the repository, and what holds before it is set. */
const DOCUMENTS: Record<string, object> = {
  'actions/permissions': { enabled: true, allowed_actions: 'all' },
  'actions/permissions/access': { access_level: 'none' },
  'actions/permissions/workflow': {
    default_workflow_permissions: 'read',
    can_approve_pull_request_reviews: false,
  },
  'actions/permissions/selected-actions': {
    github_owned_allowed: true,
    verified_allowed: false,
    patterns_allowed: [],
  },
  'actions/oidc/customization/sub': { use_default: true },
  subscription: { subscribed: false, ignored: false, reason: null },
};

/** Lists to which entries are added: path, and the fields that an entry must have. */
const LISTS: Record<string, string[]> = {
  autolinks: ['key_prefix', 'url_template'],
  keys: ['title', 'key'],
  rulesets: ['name', 'enforcement'],
};

/** Switches: `PUT` on, `DELETE` off, `GET` tells by 204 or 404. */
const SWITCHES = [
  'vulnerability-alerts',
  'automated-security-fixes',
  'private-vulnerability-reporting',
];

type Entry = Record<string, unknown> & { id: number };

/** Smaller settings of a repository, kept as they are given. */
export function repositorySettingRoutes(github: Github) {
  const { state, present } = github;
  const router = Router();
  const base = '/repos/:owner/:repo';
  const save = (owner: string, repo: string, key: string, value: unknown) => {
    const repository = state.repository(owner, repo);
    state.putRepository({
      ...repository,
      extra: { ...repository.extra, [key]: value },
    });
  };

  for (const [path, initial] of Object.entries(DOCUMENTS)) {
    router.get(`${base}/${path}`, (request, response) => {
      const { extra } = repositoryOf(github, request);
      response.json({ ...initial, ...(extra[path] as object | undefined) });
    });
    router.put(`${base}/${path}`, (request, response) => {
      const { owner, name, extra } = repositoryOf(github, request);
      const value = {
        ...initial,
        ...(extra[path] as object | undefined),
        ...request.body,
      };
      save(owner, name, path, value);
      if (path === 'subscription') response.json(value);
      else if (path.startsWith('actions/oidc')) response.status(201).json({});
      else response.status(204).end();
    });
  }

  for (const [path, required] of Object.entries(LISTS)) {
    const listOf = (extra: Record<string, unknown>) =>
      (extra[path] ?? []) as Entry[];
    router.get(`${base}/${path}`, (request, response) => {
      response.json(listOf(repositoryOf(github, request).extra));
    });
    router.post(`${base}/${path}`, (request, response) => {
      const { owner, name, extra, full } = repositoryOf(github, request);
      const body = new Body(request, path);
      const [identity] = required.map(field => body.requiredText(field));
      const field = required[0];
      if (listOf(extra).some(entry => entry[field] === identity)) {
        throw GithubError.invalid(
          path,
          field,
          'already_exists',
          `${field} is already in use`,
        );
      }
      const id = state.nextId();
      const entry: Entry = {
        ...request.body,
        id,
        url: `${present.repositoryApi(full)}/${path}/${id}`,
        created_at: state.now(),
      };
      save(owner, name, path, [...listOf(extra), entry]);
      response.status(201).json(entry);
    });
    router.get(`${base}/${path}/:id(\\d+)`, (request, response) => {
      const entry = listOf(repositoryOf(github, request).extra).find(
        e => String(e.id) === request.params.id,
      );
      if (!entry) throw GithubError.notFound();
      response.json(entry);
    });
    router.delete(`${base}/${path}/:id(\\d+)`, (request, response) => {
      const { owner, name, extra } = repositoryOf(github, request);
      const rest = listOf(extra).filter(
        entry => String(entry.id) !== request.params.id,
      );
      if (rest.length === listOf(extra).length) throw GithubError.notFound();
      save(owner, name, path, rest);
      response.status(204).end();
    });
  }

  for (const path of SWITCHES) {
    router.get(`${base}/${path}`, (request, response) => {
      if (!repositoryOf(github, request).extra[path])
        throw GithubError.notFound();
      response.status(204).end();
    });
    router.put(`${base}/${path}`, (request, response) => {
      const { owner, name } = repositoryOf(github, request);
      save(owner, name, path, true);
      response.status(204).end();
    });
    router.delete(`${base}/${path}`, (request, response) => {
      const { owner, name } = repositoryOf(github, request);
      save(owner, name, path, false);
      response.status(204).end();
    });
  }

  router.get(`${base}/pages`, (request, response) => {
    const { extra } = repositoryOf(github, request);
    if (!extra.pages) throw GithubError.notFound();
    response.json(extra.pages);
  });

  router.post(`${base}/pages`, (request, response) => {
    const { owner, name, extra, full } = repositoryOf(github, request);
    if (extra.pages)
      throw new GithubError(409, 'GitHub Pages is already enabled.');
    const body = new Body(request, 'Page');
    const pages = {
      url: `${present.repositoryApi(full)}/pages`,
      status: null,
      cname: null,
      custom_404: false,
      html_url: `${present.web}/pages/${full}/`,
      build_type: body.text('build_type') ?? 'legacy',
      source: body.object('source') ?? { branch: 'main', path: '/' },
      public: false,
      https_enforced: false,
    };
    save(owner, name, 'pages', pages);
    response.status(201).json(pages);
  });

  return router;
}
