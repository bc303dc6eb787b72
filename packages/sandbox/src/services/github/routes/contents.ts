import type { Request, Response } from 'express';
import Router from 'express-promise-router';
import { hasAlready } from '../apiHeaders';
import { callerOf } from '../authentication';
import type { Github } from '../Github';
import { GithubError } from '../GithubError';
import type { TreeEntry } from '../git';
import type { Repository } from '../model';
import { presentGitCommit } from '../present/commit';
import { assertBranchUpdate } from '../protection';
import { assertWritable, Body, repositoryOf } from './body';

const KINDS = { blob: 'file', tree: 'dir', commit: 'submodule' } as const;

/** https://docs.github.com/rest/repos/contents */
export function contentRoutes(github: Github) {
  const { git, present, state } = github;
  const router = Router();
  const base = '/repos/:owner/:repo';

  const present1 = (full: string, ref: string, entry: TreeEntry) => {
    const api = present.repositoryApi(full);
    const path = entry.path.split('/').map(encodeURIComponent).join('/');
    const query = `?ref=${encodeURIComponent(ref)}`;
    const isFile = entry.type === 'blob';
    const self = `${api}/contents/${path}${query}`;
    const gitUrl = `${api}/git/${isFile ? 'blobs' : 'trees'}/${entry.sha}`;
    const page = `${present.web}/${full}/${
      isFile ? 'blob' : 'tree'
    }/${ref}/${path}`;
    return {
      name: entry.path.split('/').at(-1) ?? '',
      path: entry.path,
      sha: entry.sha,
      size: entry.size ?? 0,
      url: self,
      html_url: page,
      git_url: gitUrl,
      download_url: isFile ? `${present.web}/raw/${full}/${ref}/${path}` : null,
      type: KINDS[entry.type],
      _links: { self, git: gitUrl, html: page },
    };
  };

  const locate = async (request: Request) => {
    const repository = repositoryOf(github, request);
    const ref = String(request.query.ref ?? '') || repository.defaultBranch;
    const commit = await git.resolve(repository.full, ref);
    if (!commit) {
      throw new GithubError(
        404,
        request.query.ref
          ? `No commit found for the ref ${ref}`
          : 'This repository is empty.',
      );
    }
    return { repository, ref, commit };
  };

  const file = (
    full: string,
    ref: string,
    entry: TreeEntry,
    content: Buffer,
  ) => ({
    ...present1(full, ref, entry),
    content: content.toString('base64').replace(/.{60}/g, '$&\n').concat('\n'),
    encoding: 'base64',
  });

  router.get(
    [`${base}/contents`, `${base}/contents/:path(*)`],
    async (request, response) => {
      const { repository, ref, commit } = await locate(request);
      const path = (request.params.path ?? '').replace(/^\/+|\/+$/g, '');
      const object = await git.readObject(repository.full, `${commit}:${path}`);
      const accept = request.get('accept') ?? '';
      if (object?.type === 'tree') {
        const entries = await git.readTree(repository.full, commit, path);
        response.json(
          entries.map(entry => present1(repository.full, ref, entry)),
        );
      } else if (object?.type === 'blob') {
        if (/\braw\b/.test(accept)) {
          sendRaw(request, response, object.sha, object.content);
          return;
        }
        const entry: TreeEntry = {
          path,
          type: 'blob',
          mode: '100644',
          sha: object.sha,
          size: object.content.length,
        };
        response.json(file(repository.full, ref, entry, object.content));
      } else {
        throw GithubError.notFound();
      }
    },
  );

  router.get(`${base}/readme`, async (request, response) => {
    const { repository, ref, commit } = await locate(request);
    const entries = await git.readTree(repository.full, commit, '');
    const entry = entries.find(candidate =>
      /^readme(\.\w+)?$/i.test(candidate.path),
    );
    const content =
      entry && (await git.readFile(repository.full, commit, entry.path));
    if (!entry || !content) throw GithubError.notFound();
    if (/\braw\b/.test(request.get('accept') ?? '')) {
      sendRaw(request, response, entry.sha, content);
      return;
    }
    response.json(file(repository.full, ref, entry, content));
  });

  const hasCommits = async (repository: Repository & { full: string }) =>
    (await git.refs(repository.full, 'refs/heads/')).size > 0;

  const personOf = (
    request: Request,
    value: Record<string, unknown> | undefined,
  ) => {
    const account = state.account(callerOf(request))!;
    return {
      name: String(value?.name ?? account.name ?? account.login),
      email: String(value?.email ?? account.email),
    };
  };

  const change = async (request: Request, content: Buffer | undefined) => {
    const repository = repositoryOf(github, request);
    assertWritable(repository);
    const body = new Body(request, 'Repository');
    const branch = body.text('branch') ?? repository.defaultBranch;
    const path = request.params.path;
    const ref = `refs/heads/${branch}`;
    const head = await git.resolve(repository.full, ref);
    if (!head && (await hasCommits(repository))) {
      throw new GithubError(404, `Branch ${branch} not found`);
    }
    const old = head
      ? await git.readObject(repository.full, `${head}:${path}`)
      : undefined;
    const sha = body.text('sha');
    if (old && !sha) {
      throw new GithubError(422, 'Invalid request.\n\n"sha" wasn\'t supplied.');
    }
    if (sha && sha !== old?.sha) {
      throw new GithubError(409, `${path} does not match ${sha}`);
    }
    if (head) {
      await assertBranchUpdate(
        github,
        repository.full,
        { ref, before: head, after: head, actor: callerOf(request) },
        409,
      );
    }
    const author = personOf(
      request,
      body.object('author') ?? body.object('committer'),
    );
    const commit = await git.commit(repository.full, {
      branch,
      message: body.requiredText('message'),
      author: { ...author, login: callerOf(request) },
      committer: personOf(request, body.object('committer')),
      changes: [{ path, content }],
      expectedHead: head ?? undefined,
    });
    return { repository, branch, path, commit, created: !old };
  };

  router.put(`${base}/contents/:path(*)`, async (request, response) => {
    const encoded = new Body(request, 'Repository').text('content');
    if (encoded === undefined || !/^[A-Za-z0-9+/=\s]*$/.test(encoded)) {
      throw new GithubError(422, 'content is not valid Base64');
    }
    const content = Buffer.from(encoded, 'base64');
    const { repository, branch, path, commit, created } = await change(
      request,
      content,
    );
    const entry = (
      await git.readTree(
        repository.full,
        commit,
        path.split('/').slice(0, -1).join('/'),
      )
    ).find(candidate => candidate.path === path)!;
    response.status(created ? 201 : 200).json({
      content: present1(repository.full, branch, entry),
      commit: presentGitCommit(
        github,
        repository.full,
        (await git.readCommit(repository.full, commit))!,
      ),
    });
  });

  router.delete(`${base}/contents/:path(*)`, async (request, response) => {
    const repository = repositoryOf(github, request);
    const { branch, sha } = { ...request.query, ...request.body };
    request.body = { ...request.query, ...request.body };
    const found = await git.readObject(
      repository.full,
      `${branch ?? repository.defaultBranch}:${request.params.path}`,
    );
    if (!found || !sha) {
      throw found
        ? new GithubError(422, 'Invalid request.\n\n"sha" wasn\'t supplied.')
        : GithubError.notFound();
    }
    const { commit } = await change(request, undefined);
    response.json({
      content: null,
      commit: presentGitCommit(
        github,
        repository.full,
        (await git.readCommit(repository.full, commit))!,
      ),
    });
  });

  return router;
}

function sendRaw(
  request: Request,
  response: Response,
  sha: string,
  content: Buffer,
) {
  response.set('etag', `"${sha}"`);
  if (hasAlready(request, sha)) {
    response.status(304).end();
    return;
  }
  response.type('application/vnd.github.v3.raw; charset=utf-8').send(content);
}
