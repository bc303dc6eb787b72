import Router from 'express-promise-router';
import type { Github } from '../Github';
import { GithubError } from '../GithubError';
import type { Secret } from '../model';
import { paginate } from '../paginate';
import { sealingKey, unseal } from '../sealing';
import { Body } from './body';
import { inScope, scopedPaths } from './scopes';

/** https://docs.github.com/rest/actions/secrets */
export function secretRoutes(github: Github) {
  const { state, present } = github;
  const router = Router();
  const shown = ({ name, createdAt, updatedAt }: Secret) => ({
    name,
    created_at: createdAt,
    updated_at: updatedAt,
  });

  for (const { paths, scope } of scopedPaths(github, 'secrets')) {
    const below = (path: string) => paths.map(prefix => `${prefix}${path}`);

    router.get(paths, (request, response) => {
      const secrets = inScope(state.secrets.entries(), scope(request).key);
      response.json({
        total_count: secrets.length,
        secrets: paginate(request, response, present.web, secrets).map(shown),
      });
    });

    router.get(below('/public-key'), async (request, response) => {
      const { keyId, publicKey } = await sealingKey(state, scope(request).key);
      response.json({ key_id: keyId, key: publicKey });
    });

    router.get(below('/:name'), (request, response) => {
      const secret = state.secrets.get(
        `${scope(request).key}/${request.params.name.toUpperCase()}`,
      );
      if (!secret) throw GithubError.notFound();
      response.json(shown(secret));
    });

    router.put(below('/:name'), async (request, response) => {
      const { key } = scope(request);
      const name = request.params.name.toUpperCase();
      assertName(name, 'Secret');
      const body = new Body(request, 'Secret');
      const value = await unseal(
        await sealingKey(state, key),
        body.text('key_id'),
        body.requiredText('encrypted_value'),
      );
      const old = state.secrets.get(`${key}/${name}`);
      const now = state.now();
      state.secrets.put(`${key}/${name}`, {
        name,
        value,
        createdAt: old?.createdAt ?? now,
        updatedAt: now,
      });
      if (old) response.status(204).end();
      else response.status(201).json({});
    });

    router.delete(below('/:name'), (request, response) => {
      const id = `${scope(request).key}/${request.params.name.toUpperCase()}`;
      if (!state.secrets.delete(id)) throw GithubError.notFound();
      response.status(204).end();
    });
  }

  return router;
}

/** @throws GithubError 422 for a name that GitHub refuses */
export function assertName(name: string, resource: string): void {
  if (!/^[A-Z_][A-Z0-9_]*$/.test(name) || name.startsWith('GITHUB_')) {
    throw new GithubError(
      422,
      `${resource} names can only contain alphanumeric characters ([a-z], [A-Z], [0-9]) or underscores (_). Spaces are not allowed. Must start with a letter ([a-z], [A-Z]) or underscores (_), and not with GITHUB_.`,
    );
  }
}
