import type { Request } from 'express';
import Router from 'express-promise-router';
import { callerOf } from '../authentication';
import type { Github } from '../Github';
import { GithubError } from '../GithubError';
import { NO_OBJECT } from '../git/objects';
import { nodeId } from '../present/Presenter';
import { assertBranchUpdate } from '../protection';
import { assertWritable, Body, repositoryOf } from './body';

/** https://docs.github.com/rest/git/refs and `/git/tags` */
export function refRoutes(github: Github) {
  const { git, present, state } = github;
  const router = Router();
  const base = '/repos/:owner/:repo/git';

  const presentRef = async (full: string, ref: string, sha: string) => {
    const api = present.repositoryApi(full);
    const type = (await git.readObject(full, sha))?.type ?? 'commit';
    return {
      ref,
      node_id: nodeId('Ref', `${full}:${ref}`),
      url: `${api}/git/${ref}`,
      object: { sha, type, url: `${api}/git/${type}s/${sha}` },
    };
  };

  const assertNotEmpty = async (full: string) => {
    if (!(await git.refs(full)).size)
      throw new GithubError(409, 'Git Repository is empty.');
  };

  router.get(
    [`${base}/ref/:ref(*)`, `${base}/refs/:ref(*)`],
    async (request, response) => {
      const { full } = repositoryOf(github, request);
      const ref = `refs/${request.params.ref}`;
      await assertNotEmpty(full);
      const sha = (await git.refs(full, ref)).get(ref);
      if (!sha) throw GithubError.notFound();
      response.json(await presentRef(full, ref, sha));
    },
  );

  router.get(
    [`${base}/matching-refs/:ref(*)`, `${base}/refs`],
    async (request, response) => {
      const { full } = repositoryOf(github, request);
      const prefix = `refs/${request.params.ref ?? ''}`;
      const refs = [...(await git.refs(full))].filter(([ref]) =>
        ref.startsWith(prefix),
      );
      response.json(
        await Promise.all(refs.map(([ref, sha]) => presentRef(full, ref, sha))),
      );
    },
  );

  router.post(`${base}/refs`, async (request, response) => {
    const repository = repositoryOf(github, request);
    assertWritable(repository);
    const body = new Body(request, 'Reference');
    const [ref, sha] = [body.requiredText('ref'), body.requiredText('sha')];
    await assertNotEmpty(repository.full);
    if (
      !/^refs\/(heads|tags)\/[^\s~^:?*[\\]+$/.test(ref) ||
      /\.\.|\/$|\.lock$/.test(ref)
    ) {
      throw new GithubError(422, `Reference name '${ref}' is not valid.`);
    }
    if (!(await git.readObject(repository.full, sha))) {
      throw new GithubError(422, 'Object does not exist');
    }
    if ((await git.refs(repository.full, ref)).has(ref)) {
      throw new GithubError(422, 'Reference already exists');
    }
    await git.updateRef(repository.full, {
      ref,
      after: sha,
      before: NO_OBJECT,
      pusher: callerOf(request),
    });
    response.status(201).json(await presentRef(repository.full, ref, sha));
  });

  /** Moves or deletes a reference, if its protection lets the caller. */
  const move = async (
    request: Request,
    change: { ref: string; before: string; after: string },
  ) => {
    const { full } = repositoryOf(github, request);
    const pusher = callerOf(request);
    await assertBranchUpdate(github, full, { ...change, actor: pusher }, 422);
    await git.updateRef(full, { ...change, pusher });
  };

  router.patch(`${base}/refs/:ref(*)`, async (request, response) => {
    const repository = repositoryOf(github, request);
    assertWritable(repository);
    const body = new Body(request, 'Reference');
    const ref = `refs/${request.params.ref}`;
    const sha = body.requiredText('sha');
    const before = (await git.refs(repository.full, ref)).get(ref);
    if (!before) throw new GithubError(422, 'Reference does not exist');
    if (!(await git.readObject(repository.full, sha))) {
      throw new GithubError(422, 'Object does not exist');
    }
    if (!body.flag('force')) {
      const forward = await git
        .git(repository.full, ['merge-base', '--is-ancestor', before, sha])
        .then(
          () => true,
          () => false,
        );
      if (!forward) throw new GithubError(422, 'Update is not a fast forward');
    }
    await move(request, { ref, before, after: sha });
    response.json(await presentRef(repository.full, ref, sha));
  });

  router.delete(`${base}/refs/:ref(*)`, async (request, response) => {
    const repository = repositoryOf(github, request);
    assertWritable(repository);
    const ref = `refs/${request.params.ref}`;
    const before = (await git.refs(repository.full, ref)).get(ref);
    if (!before) throw new GithubError(422, 'Reference does not exist');
    await move(request, { ref, before, after: NO_OBJECT });
    response.status(204).end();
  });

  router.post(`${base}/tags`, async (request, response) => {
    const repository = repositoryOf(github, request);
    assertWritable(repository);
    const body = new Body(request, 'Tag');
    const [tag, message] = [
      body.requiredText('tag'),
      body.requiredText('message'),
    ];
    const object = await git.readObject(
      repository.full,
      body.requiredText('object'),
    );
    if (!object) throw new GithubError(422, 'Object does not exist');
    const account = state.account(callerOf(request))!;
    const given = body.object('tagger');
    const tagger = {
      name: String(given?.name ?? account.name ?? account.login),
      email: String(given?.email ?? account.email),
      date: String(given?.date ?? state.now()),
    };
    const seconds = Math.floor(Date.parse(tagger.date) / 1000);
    const sha = git.writeObject(
      repository.full,
      'tag',
      Buffer.from(
        `object ${object.sha}\ntype ${object.type}\ntag ${tag}\ntagger ${tagger.name} <${tagger.email}> ${seconds} +0000\n\n${message}\n`,
      ),
    );
    const api = present.repositoryApi(repository.full);
    response.status(201).json({
      node_id: nodeId('Tag', sha),
      sha,
      tag,
      message,
      tagger,
      url: `${api}/git/tags/${sha}`,
      object: {
        sha: object.sha,
        type: object.type,
        url: `${api}/git/${object.type}s/${object.sha}`,
      },
    });
  });

  return router;
}
