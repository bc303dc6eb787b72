import type { Github } from '../Github';
import type { CommitObject } from '../git/objects';
import { nodeId } from './Presenter';

const UNSIGNED = {
  verified: false,
  reason: 'unsigned',
  signature: null,
  payload: null,
  verified_at: null,
};

type Commit = CommitObject & { sha: string };

/** A commit of the Git Data API. */
export function presentGitCommit(
  github: Github,
  repository: string,
  commit: Commit,
) {
  const { present } = github;
  const api = present.repositoryApi(repository);
  return {
    sha: commit.sha,
    node_id: nodeId('Commit', commit.sha),
    url: `${api}/git/commits/${commit.sha}`,
    html_url: `${present.web}/${repository}/commit/${commit.sha}`,
    author: commit.author,
    committer: commit.committer,
    message: commit.message,
    tree: { sha: commit.tree, url: `${api}/git/trees/${commit.tree}` },
    parents: commit.parents.map(sha => ({
      sha,
      url: `${api}/git/commits/${sha}`,
      html_url: `${present.web}/${repository}/commit/${sha}`,
    })),
    verification: UNSIGNED,
  };
}

/** A commit of `/repos/…/commits`. */
export function presentCommit(
  github: Github,
  repository: string,
  commit: Commit,
) {
  const { present, state } = github;
  const api = present.repositoryApi(repository);
  const userOf = (email: string) => {
    const account = state.accounts.find(
      candidate => candidate.type === 'User' && candidate.email === email,
    );
    return account ? present.user(account.login) : null;
  };
  return {
    sha: commit.sha,
    node_id: nodeId('Commit', commit.sha),
    commit: {
      author: commit.author,
      committer: commit.committer,
      message: commit.message,
      tree: { sha: commit.tree, url: `${api}/git/trees/${commit.tree}` },
      url: `${api}/git/commits/${commit.sha}`,
      comment_count: 0,
      verification: UNSIGNED,
    },
    url: `${api}/commits/${commit.sha}`,
    html_url: `${present.web}/${repository}/commit/${commit.sha}`,
    comments_url: `${api}/commits/${commit.sha}/comments`,
    author: userOf(commit.author.email),
    committer: userOf(commit.committer.email),
    parents: commit.parents.map(sha => ({
      sha,
      url: `${api}/commits/${sha}`,
      html_url: `${present.web}/${repository}/commit/${sha}`,
    })),
  };
}
