import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { buildTree, type ObjectAccess, type TreeChange } from './buildTree';
import type {
  FileChange,
  GitRepositories,
  PushEvent,
  TreeEntry,
} from './GitRepositories';
import { initBare } from './initBare';
import { KeyedLock } from './KeyedLock';
import { listTree } from './listTree';
import { ObjectReader, type GitObject } from './ObjectReader';
import {
  decodeCommit,
  encodeCommit,
  encodeTree,
  NO_OBJECT,
  writeObject,
  type CommitObject,
  type ObjectType,
} from './objects';
import { RefMovedError } from './RefMovedError';
import { runGit } from './runGit';

/** Bare repositories in `<root>/<owner>/<name>.git`, read through `git cat-file` and written as loose objects. */
export class BareGitRepositories implements GitRepositories {
  readonly #root: string;
  readonly #readers = new Map<string, ObjectReader>();
  readonly #listeners = new Set<(event: PushEvent) => void>();
  readonly #locks = new KeyedLock();

  /** @param options.root folder that holds the owners' folders; made if absent */
  constructor(options: { root: string }) {
    this.#root = options.root;
    mkdirSync(this.#root, { recursive: true });
  }

  get root() {
    return this.#root;
  }

  directory(repository: string): string {
    return join(this.#root, `${repository}.git`);
  }

  list(): string[] {
    if (!existsSync(this.#root)) return [];
    return readdirSync(this.#root).flatMap(owner =>
      readdirSync(join(this.#root, owner))
        .filter(name => name.endsWith('.git'))
        .map(name => `${owner}/${name.slice(0, -4)}`),
    );
  }

  exists(repository: string): boolean {
    return (
      /^[\w.-]+\/[\w.-]+$/.test(repository) &&
      existsSync(join(this.directory(repository), 'HEAD'))
    );
  }

  /** Makes an empty bare repository. */
  create(repository: string, defaultBranch = 'main'): void {
    initBare(this.directory(repository), defaultBranch);
  }

  remove(repository: string): void {
    this.#readers.get(repository)?.close();
    this.#readers.delete(repository);
    rmSync(this.directory(repository), { recursive: true, force: true });
  }

  rename(before: string, after: string): void {
    this.#readers.get(before)?.close();
    this.#readers.delete(before);
    renameSync(this.directory(before), this.directory(after));
  }

  async setDefaultBranch(repository: string, branch: string): Promise<void> {
    await this.git(repository, [
      'symbolic-ref',
      'HEAD',
      `refs/heads/${branch}`,
    ]);
  }

  /** Runs a git command in a repository. */
  git(repository: string, args: string[], input?: string | Buffer) {
    return runGit(this.directory(repository), args, input);
  }

  /** Any object by any revision expression, e.g. `main:README.md`. */
  async readObject(
    repository: string,
    name: string,
  ): Promise<GitObject | undefined> {
    if (!this.exists(repository)) return undefined;
    let reader = this.#readers.get(repository);
    if (!reader) {
      reader = new ObjectReader(this.directory(repository));
      this.#readers.set(repository, reader);
    }
    return reader.read(name);
  }

  async resolve(repository: string, revision: string) {
    if (!revision || revision.startsWith('-')) return undefined;
    const found = await this.readObject(repository, `${revision}^{commit}`);
    return found?.sha;
  }

  async readCommit(
    repository: string,
    revision: string,
  ): Promise<(CommitObject & { sha: string }) | undefined> {
    const found = await this.readObject(repository, `${revision}^{commit}`);
    return found && { sha: found.sha, ...decodeCommit(found.content) };
  }

  async readTree(
    repository: string,
    commit: string,
    path: string,
    options: { recursive?: boolean } = {},
  ): Promise<TreeEntry[]> {
    const folder = path.replace(/^\/+|\/+$/g, '');
    const tree = await this.readObject(
      repository,
      folder ? `${commit}:${folder}` : `${commit}^{tree}`,
    );
    if (tree?.type !== 'tree') return [];
    const entries = await listTree(
      this.directory(repository),
      tree.sha,
      options,
    );
    return entries.map(entry => ({
      ...entry,
      path: folder ? `${folder}/${entry.path}` : entry.path,
    }));
  }

  async readFile(repository: string, commit: string, path: string) {
    const object = await this.readObject(
      repository,
      `${commit}:${path.replace(/^\/+/, '')}`,
    );
    return object?.type === 'blob' ? object.content : undefined;
  }

  writeObject(repository: string, type: ObjectType, content: Buffer): string {
    return writeObject(this.directory(repository), type, content);
  }

  /** Applies changes to a tree and returns the new tree's id. */
  async writeTree(
    repository: string,
    base: string | undefined,
    changes: TreeChange[],
  ): Promise<string> {
    const objects: ObjectAccess = {
      read: async name => this.readObject(repository, name),
      write: (type, content) => this.writeObject(repository, type, content),
    };
    const tree = await buildTree(objects, base, changes);
    return tree ?? this.writeObject(repository, 'tree', encodeTree([]));
  }

  writeCommit(repository: string, commit: CommitObject): string {
    return this.writeObject(repository, 'commit', encodeCommit(commit));
  }

  async commit(
    repository: string,
    options: {
      branch: string;
      message: string;
      author: { name: string; email: string; login: string };
      committer?: { name: string; email: string };
      changes: FileChange[];
      date?: string;
      /** Fails with {@link RefMovedError} if the branch stands elsewhere. */
      expectedHead?: string;
    },
  ): Promise<string> {
    const { branch, author, changes, committer = author } = options;
    const ref = `refs/heads/${branch}`;
    const { before, after } = await this.exclusive(repository, async () => {
      const parent = await this.readCommit(repository, ref);
      if (options.expectedHead && parent?.sha !== options.expectedHead) {
        throw new RefMovedError(
          `Branch ${branch} of ${repository} is at ${parent?.sha}, not at ${options.expectedHead}`,
        );
      }
      const tree = await this.writeTree(
        repository,
        parent?.tree,
        changes.map(change => ({
          path: change.path,
          entry:
            change.content === undefined
              ? undefined
              : {
                  mode: change.executable ? '100755' : '100644',
                  sha: this.writeObject(
                    repository,
                    'blob',
                    Buffer.from(change.content),
                  ),
                },
        })),
      );
      const date = options.date ?? new Date().toISOString();
      const sha = this.writeCommit(repository, {
        tree,
        parents: parent ? [parent.sha] : [],
        author: { name: author.name, email: author.email, date },
        committer: { name: committer.name, email: committer.email, date },
        message: `${options.message.replace(/\n+$/, '')}\n`,
      });
      await this.#moveRef(repository, ref, sha, parent?.sha ?? NO_OBJECT);
      return { before: parent?.sha ?? NO_OBJECT, after: sha };
    });
    this.emitPush({ repository, ref, before, after, pusher: author.login });
    return after;
  }

  /** Full names of all refs with what they point at. */
  async refs(
    repository: string,
    prefix = 'refs/',
  ): Promise<Map<string, string>> {
    const output = await this.git(repository, [
      'for-each-ref',
      '--format=%(objectname) %(refname)',
      prefix,
    ]);
    return new Map(
      output
        .toString('utf8')
        .split('\n')
        .filter(Boolean)
        .map(line => [line.slice(41), line.slice(0, 40)]),
    );
  }

  /**
   * Makes, moves or (with `after` all zeros) deletes a ref and tells the listeners.
   *
   * @throws RefMovedError if the ref is not at `before`
   */
  async updateRef(
    repository: string,
    options: { ref: string; after: string; before?: string; pusher: string },
  ): Promise<void> {
    const { ref, after, pusher } = options;
    const before = await this.exclusive(repository, async () => {
      const current =
        (await this.readObject(repository, ref))?.sha ?? NO_OBJECT;
      await this.#moveRef(repository, ref, after, options.before ?? current);
      return current;
    });
    if (before !== after)
      this.emitPush({ repository, ref, before, after, pusher });
  }

  /** Runs work that changes refs of a repository, one at a time. */
  exclusive<T>(repository: string, work: () => Promise<T>): Promise<T> {
    return this.#locks.run(repository, work);
  }

  onPush(listener: (event: PushEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  emitPush(event: PushEvent): void {
    for (const listener of [...this.#listeners]) listener(event);
  }

  /** Ends the helper processes; reading starts them again. */
  close(): void {
    for (const reader of this.#readers.values()) reader.close();
    this.#readers.clear();
  }

  async #moveRef(
    repository: string,
    ref: string,
    after: string,
    before: string,
  ) {
    const args =
      after === NO_OBJECT
        ? ['update-ref', '-d', ref, before]
        : ['update-ref', ref, after, before];
    try {
      await this.git(repository, args);
    } catch (error) {
      throw new RefMovedError(
        `Could not move ${ref} of ${repository} from ${before} to ${after}: ${error}`,
      );
    }
  }
}
