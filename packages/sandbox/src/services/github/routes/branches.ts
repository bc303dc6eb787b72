import Router from 'express-promise-router';
import type { Github } from '../Github';
import { GithubError } from '../GithubError';
import { paginate } from '../paginate';
import { presentCommit } from '../present/commit';
import { nodeId } from '../present/Presenter';
import { protectionOf } from '../protection';
import { repositoryOf } from './body';

/** https://docs.github.com/rest/branches/branches, and tags */
export function branchRoutes(github: Github) {
  const { git, present, state } = github;
  const router = Router();
  const base = '/repos/:owner/:repo';

  const summary = (full: string, name: string, sha: string) => {
    const protection = protectionOf(state, full, `refs/heads/${name}`);
    const api = present.repositoryApi(full);
    return {
      name,
      commit: { sha, url: `${api}/commits/${sha}` },
      protected: Boolean(protection),
      protection: {
        enabled: Boolean(protection),
        required_status_checks: {
          enforcement_level: protection?.statusChecks ? 'non_admins' : 'off',
          contexts: protection?.statusChecks?.contexts ?? [],
          checks: [],
        },
      },
      protection_url: `${api}/branches/${encodeURIComponent(name)}/protection`,
    };
  };

  router.get(`${base}/branches`, async (request, response) => {
    const { full } = repositoryOf(github, request);
    const refs = [...(await git.refs(full, 'refs/heads/'))].map(([ref, sha]) =>
      summary(full, ref.slice('refs/heads/'.length), sha),
    );
    const wanted = request.query.protected;
    const branches = refs.filter(
      branch => wanted === undefined || String(branch.protected) === wanted,
    );
    response.json(paginate(request, response, present.web, branches));
  });

  router.get(`${base}/branches/:branch`, async (request, response) => {
    const { full } = repositoryOf(github, request);
    const { branch } = request.params;
    const commit = await git.readCommit(full, `refs/heads/${branch}`);
    if (!commit) throw new GithubError(404, 'Branch not found');
    response.json({
      ...summary(full, branch, commit.sha),
      commit: presentCommit(github, full, commit),
      _links: {
        self: `${present.repositoryApi(full)}/branches/${encodeURIComponent(
          branch,
        )}`,
        html: `${present.web}/${full}/tree/${branch}`,
      },
    });
  });

  router.get(`${base}/tags`, async (request, response) => {
    const { full } = repositoryOf(github, request);
    const api = present.repositoryApi(full);
    const names = [...(await git.refs(full, 'refs/tags/')).keys()].map(ref =>
      ref.slice('refs/tags/'.length),
    );
    const tags = await Promise.all(
      names.reverse().map(async name => {
        const sha = await git.resolve(full, `refs/tags/${name}`);
        return {
          name,
          commit: { sha, url: `${api}/commits/${sha}` },
          zipball_url: `${api}/zipball/refs/tags/${name}`,
          tarball_url: `${api}/tarball/refs/tags/${name}`,
          node_id: nodeId('Ref', `${full}:refs/tags/${name}`),
        };
      }),
    );
    response.json(paginate(request, response, present.web, tags));
  });

  return router;
}
