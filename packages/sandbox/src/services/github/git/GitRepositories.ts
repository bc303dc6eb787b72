/** A branch or tag that moved, however it moved: `git push` or the API. */
export interface PushEvent {
  /** `owner/name`. */
  repository: string;
  /** e.g. `refs/heads/main`. */
  ref: string;
  /** 40 hex digits; all zeros for a new ref. */
  before: string;
  /** 40 hex digits; all zeros for a deleted ref. */
  after: string;
  /** Login of who pushed. */
  pusher: string;
}

export interface FileChange {
  path: string;
  /** `undefined` removes the file. */
  content: string | Buffer | undefined;
  executable?: boolean;
}

export interface TreeEntry {
  path: string;
  type: 'blob' | 'tree' | 'commit';
  mode: string;
  sha: string;
  /** Bytes, for blobs. */
  size?: number;
}

/** The bare repositories: the truth of which the GitHub API is a view, and from which Argo CD syncs. */
export interface GitRepositories {
  /** `owner/name` of all. */
  list(): string[];
  exists(repository: string): boolean;
  /** The commit that a branch, tag, `HEAD` or (short) commit id names. */
  resolve(repository: string, revision: string): Promise<string | undefined>;
  /** The entries of a folder (`''` is the root); everything below it if `recursive`. Empty if there is no such folder. */
  readTree(
    repository: string,
    commit: string,
    path: string,
    options?: { recursive?: boolean },
  ): Promise<TreeEntry[]>;
  readFile(
    repository: string,
    commit: string,
    path: string,
  ): Promise<Buffer | undefined>;
  /** Commits on a branch (made if absent) and returns the new commit's id. */
  commit(
    repository: string,
    options: {
      branch: string;
      message: string;
      author: { name: string; email: string; login: string };
      changes: FileChange[];
      /** ISO 8601; now if absent. */
      date?: string;
    },
  ): Promise<string>;
  /** Calls `listener` after each ref update; returns what stops it. */
  onPush(listener: (event: PushEvent) => void): () => void;
}
