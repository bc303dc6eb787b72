import Router from 'express-promise-router';
import { callerOf } from '../authentication';
import type { Github } from '../Github';
import { GithubError } from '../GithubError';
import type { TreeEntry } from '../git';
import { nodeId } from '../present/Presenter';
import { presentGitCommit } from '../present/commit';
import { assertWritable, Body, repositoryOf } from './body';

/** Blobs, trees and commits of https://docs.github.com/rest/git */
export function gitDataRoutes(github: Github) {
  const { git, present, state } = github;
  const router = Router();
  const base = '/repos/:owner/:repo/git';

  router.post(`${base}/blobs`, (request, response) => {
    const repository = repositoryOf(github, request);
    assertWritable(repository);
    const body = new Body(request, 'Blob');
    const encoding = body.text('encoding') === 'base64' ? 'base64' : 'utf8';
    const sha = git.writeObject(
      repository.full,
      'blob',
      Buffer.from(body.text('content') ?? '', encoding),
    );
    const url = `${present.repositoryApi(repository.full)}/git/blobs/${sha}`;
    response.status(201).location(url).json({ sha, url });
  });

  router.get(`${base}/blobs/:sha`, async (request, response) => {
    const { full } = repositoryOf(github, request);
    const { sha } = request.params;
    const blob = await git.readObject(full, sha);
    if (blob?.type !== 'blob') throw GithubError.notFound();
    if (/\braw\b/.test(request.get('accept') ?? '')) {
      response.type('application/vnd.github.v3.raw').send(blob.content);
      return;
    }
    response.json({
      sha: blob.sha,
      node_id: nodeId('Blob', blob.sha),
      size: blob.content.length,
      url: `${present.repositoryApi(full)}/git/blobs/${blob.sha}`,
      content: blob.content.toString('base64').replace(/.{60}/g, '$&\n'),
      encoding: 'base64',
    });
  });

  const presentTree = async (
    full: string,
    name: string,
    recursive: boolean,
  ) => {
    const api = present.repositoryApi(full);
    const tree = await git.readObject(full, `${name}^{tree}`);
    if (!tree) throw GithubError.notFound();
    const entries = await git.readTree(full, tree.sha, '', { recursive });
    const one = ({ path, mode, type, sha, size }: TreeEntry) => ({
      path,
      mode,
      type,
      sha,
      ...(type === 'blob' ? { size } : {}),
      ...(type === 'commit' ? {} : { url: `${api}/git/${type}s/${sha}` }),
    });
    return {
      sha: tree.sha,
      url: `${api}/git/trees/${tree.sha}`,
      tree: entries.map(one),
      truncated: false,
    };
  };

  router.get(`${base}/trees/:sha(*)`, async (request, response) => {
    const { full } = repositoryOf(github, request);
    const recursive = request.query.recursive !== undefined;
    response.json(await presentTree(full, request.params.sha, recursive));
  });

  router.post(`${base}/trees`, async (request, response) => {
    const repository = repositoryOf(github, request);
    assertWritable(repository);
    const body = new Body(request, 'Tree');
    const entries = body.raw('tree');
    if (!Array.isArray(entries))
      throw GithubError.invalid('Tree', 'tree', 'missing_field');
    const baseTree = body.text('base_tree');
    const base_ =
      baseTree && (await git.readObject(repository.full, `${baseTree}^{tree}`));
    if (baseTree && !base_) {
      throw new GithubError(422, `base_tree ${baseTree} is not a valid object`);
    }
    const changes = entries.map((entry: Record<string, string | null>) => {
      const { path, mode, sha, content } = entry;
      if (
        !path ||
        path.startsWith('/') ||
        path
          .split('/')
          .some(
            part => !part || part === '.' || part === '..' || part === '.git',
          )
      ) {
        throw new GithubError(
          422,
          'tree.path contains a malformed path component',
        );
      }
      if (sha === null) return { path, entry: undefined };
      if (!sha && typeof content !== 'string') {
        throw new GithubError(
          422,
          'Must supply either tree.sha or tree.content',
        );
      }
      const blob =
        sha ??
        git.writeObject(repository.full, 'blob', Buffer.from(content ?? ''));
      return { path, entry: { mode: mode ?? '100644', sha: blob } };
    });
    for (const { entry } of changes) {
      if (
        entry &&
        entry.mode !== '160000' &&
        !(await git.readObject(repository.full, entry.sha))
      ) {
        throw new GithubError(422, `tree.sha ${entry.sha} is not a valid blob`);
      }
    }
    const sha = await git.writeTree(
      repository.full,
      base_ ? base_.sha : undefined,
      changes,
    );
    response.status(201).json(await presentTree(repository.full, sha, false));
  });

  router.post(`${base}/commits`, async (request, response) => {
    const repository = repositoryOf(github, request);
    assertWritable(repository);
    const body = new Body(request, 'Commit');
    const tree = await git.readObject(
      repository.full,
      body.requiredText('tree'),
    );
    if (tree?.type !== 'tree')
      throw new GithubError(422, 'Tree SHA does not exist');
    const parents = body.texts('parents') ?? [];
    for (const parent of parents) {
      if (!(await git.resolve(repository.full, parent))) {
        throw new GithubError(
          422,
          'Parent SHA does not exist or is not a commit object',
        );
      }
    }
    const account = state.account(callerOf(request))!;
    const person = (value: Record<string, unknown> | undefined) => ({
      name: String(value?.name ?? account.name ?? account.login),
      email: String(value?.email ?? account.email),
      date: String(value?.date ?? state.now()),
    });
    const author = person(body.object('author'));
    const committer = body.object('committer');
    const sha = git.writeCommit(repository.full, {
      tree: tree.sha,
      parents,
      author,
      committer: committer ? person(committer) : author,
      message: body.requiredText('message'),
    });
    response
      .status(201)
      .json(
        presentGitCommit(
          github,
          repository.full,
          (await git.readCommit(repository.full, sha))!,
        ),
      );
  });

  router.get(`${base}/commits/:sha`, async (request, response) => {
    const { full } = repositoryOf(github, request);
    const commit = await git.readCommit(full, request.params.sha);
    if (!commit) throw GithubError.notFound();
    response.json(presentGitCommit(github, full, commit));
  });

  return router;
}
