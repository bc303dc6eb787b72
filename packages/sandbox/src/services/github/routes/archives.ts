import { spawn } from 'node:child_process';
import Router from 'express-promise-router';
import type { Github } from '../Github';
import { GithubError } from '../GithubError';
import { gitEnvironment } from '../git/runGit';
import { repositoryOf } from './body';

const FORMATS = {
  tarball: { flag: 'tar.gz', type: 'application/x-gzip' },
  zipball: { flag: 'zip', type: 'application/zip' },
} as const;

/** https://docs.github.com/rest/repos/contents#download-a-repository-archive-tar */
export function archiveRoutes(github: Github) {
  const { git } = github;
  const router = Router();

  router.get(
    '/repos/:owner/:repo/:format(tarball|zipball)/:ref(*)?',
    async (request, response) => {
      const repository = repositoryOf(github, request);
      const format = FORMATS[request.params.format as keyof typeof FORMATS];
      const commit = await git.resolve(
        repository.full,
        request.params.ref || repository.defaultBranch,
      );
      if (!commit) throw GithubError.notFound();
      const name = `${repository.owner}-${repository.name}-${commit.slice(
        0,
        7,
      )}`;
      response.set(
        'content-disposition',
        `attachment; filename=${name}.${format.flag}`,
      );
      response.set('content-type', format.type);
      const child = spawn(
        'git',
        [
          `--git-dir=${git.directory(repository.full)}`,
          'archive',
          `--format=${format.flag}`,
          `--prefix=${name}/`,
          commit,
        ],
        { env: gitEnvironment() },
      );
      child.stderr.resume();
      await new Promise<void>((resolve, reject) => {
        child.on('error', reject);
        child.on('close', code => {
          // Headers are out by now: only a cut connection tells the client that the archive is not whole.
          if (code !== 0)
            response.destroy(new Error(`git archive ended with ${code}`));
          resolve();
        });
        child.stdout.pipe(response);
      });
    },
  );

  return router;
}
