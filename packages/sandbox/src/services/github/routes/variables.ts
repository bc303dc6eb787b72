import Router from 'express-promise-router';
import type { Github } from '../Github';
import { GithubError } from '../GithubError';
import type { Variable } from '../model';
import { paginate } from '../paginate';
import { Body } from './body';
import { inScope, scopedPaths } from './scopes';
import { assertName } from './secrets';

/** https://docs.github.com/rest/actions/variables */
export function variableRoutes(github: Github) {
  const { state, present } = github;
  const router = Router();
  const shown = ({ name, value, createdAt, updatedAt }: Variable) => ({
    name,
    value,
    created_at: createdAt,
    updated_at: updatedAt,
  });

  for (const { paths, scope } of scopedPaths(github, 'variables')) {
    const one = paths.map(prefix => `${prefix}/:name`);

    router.get(paths, (request, response) => {
      const variables = inScope(state.variables.entries(), scope(request).key);
      response.json({
        total_count: variables.length,
        variables: paginate(request, response, present.web, variables).map(
          shown,
        ),
      });
    });

    router.post(paths, (request, response) => {
      const { key } = scope(request);
      const body = new Body(request, 'Variable');
      const name = body.requiredText('name').toUpperCase();
      const value = body.text('value');
      assertName(name, 'Variable');
      if (value === undefined)
        throw GithubError.invalid('Variable', 'value', 'missing_field');
      if (state.variables.get(`${key}/${name}`)) {
        throw new GithubError(409, 'Already exists - Variable already exists');
      }
      const now = state.now();
      state.variables.put(`${key}/${name}`, {
        name,
        value,
        createdAt: now,
        updatedAt: now,
      });
      response.status(201).json({});
    });

    router.get(one, (request, response) => {
      const variable = state.variables.get(
        `${scope(request).key}/${request.params.name.toUpperCase()}`,
      );
      if (!variable) throw GithubError.notFound();
      response.json(shown(variable));
    });

    router.patch(one, (request, response) => {
      const { key } = scope(request);
      const id = `${key}/${request.params.name.toUpperCase()}`;
      const variable = state.variables.get(id);
      if (!variable) throw GithubError.notFound();
      const body = new Body(request, 'Variable');
      const name = (body.text('name') ?? variable.name).toUpperCase();
      assertName(name, 'Variable');
      state.transaction(() => {
        state.variables.delete(id);
        state.variables.put(`${key}/${name}`, {
          ...variable,
          name,
          value: body.text('value') ?? variable.value,
          updatedAt: state.now(),
        });
      });
      response.status(204).end();
    });

    router.delete(one, (request, response) => {
      const id = `${scope(request).key}/${request.params.name.toUpperCase()}`;
      if (!state.variables.delete(id)) throw GithubError.notFound();
      response.status(204).end();
    });
  }

  return router;
}
