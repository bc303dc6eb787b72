import type { Permission } from './accounts';

/** What a repository's owner can switch; names as in the REST API. */
export interface RepositorySettings {
  has_issues: boolean;
  has_projects: boolean;
  has_wiki: boolean;
  has_downloads: boolean;
  has_discussions: boolean;
  is_template: boolean;
  allow_squash_merge: boolean;
  allow_merge_commit: boolean;
  allow_rebase_merge: boolean;
  allow_auto_merge: boolean;
  allow_update_branch: boolean;
  delete_branch_on_merge: boolean;
  squash_merge_commit_title: string;
  squash_merge_commit_message: string;
  web_commit_signoff_required: boolean;
}

export interface Repository {
  id: number;
  owner: string;
  name: string;
  description: string | null;
  homepage: string | null;
  visibility: 'public' | 'private' | 'internal';
  archived: boolean;
  topics: string[];
  defaultBranch: string;
  settings: RepositorySettings;
  /** Permission by team slug. */
  teams: Record<string, Permission>;
  /** Permission by login. */
  collaborators: Record<string, Permission>;
  customProperties: Record<string, string | string[] | null>;
  createdAt: string;
  updatedAt: string;
  pushedAt: string;
  /** Kilobytes of the default branch's files; 0 while empty. */
  size: number;
  /** Bytes by language. */
  languages: Record<string, number>;
  /** Settings that are stored and given back as they came, e.g. `actions/permissions`. */
  extra: Record<string, unknown>;
}

export const DEFAULT_SETTINGS: RepositorySettings = {
  has_issues: true,
  has_projects: true,
  has_wiki: true,
  has_downloads: true,
  has_discussions: false,
  is_template: false,
  allow_squash_merge: true,
  allow_merge_commit: true,
  allow_rebase_merge: true,
  allow_auto_merge: false,
  allow_update_branch: false,
  delete_branch_on_merge: false,
  squash_merge_commit_title: 'COMMIT_OR_PR_TITLE',
  squash_merge_commit_message: 'COMMIT_MESSAGES',
  web_commit_signoff_required: false,
};
