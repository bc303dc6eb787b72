import { posix } from 'node:path';
import type { GitRepositories } from '../../github/git/GitRepositories';

/** One commit of a repository, read. */
export class SourceTree {
  readonly #git: GitRepositories;
  readonly repository: string;
  readonly revision: string;

  constructor(git: GitRepositories, repository: string, revision: string) {
    this.#git = git;
    this.repository = repository;
    this.revision = revision;
  }

  async read(path: string): Promise<string | undefined> {
    const file = await this.#git.readFile(
      this.repository,
      this.revision,
      posix.normalize(path),
    );
    return file?.toString('utf8');
  }

  /** Paths of the files in a folder; `undefined` if there is no such folder. */
  async files(
    folder: string,
    recursive: boolean,
  ): Promise<string[] | undefined> {
    const path = posix.normalize(folder).replace(/^\.\/?|\/$/g, '');
    const entries = await this.#git.readTree(
      this.repository,
      this.revision,
      path,
      { recursive },
    );
    if (!entries.length) return undefined;
    return entries
      .filter(entry => entry.type === 'blob')
      .map(entry =>
        // Some readers give paths below the folder, some from the root.
        path && !entry.path.startsWith(`${path}/`)
          ? `${path}/${entry.path}`
          : entry.path,
      );
  }
}
