import type { Github } from '../Github';
import { fullName, issueKey } from '../GithubState';
import { decodeTree } from '../git/objects';
import type { Repository } from '../model';
import { nodeId } from '../present/Presenter';
import { isPull } from '../present/pull';
import { organizationNode, userNode } from './accounts';
import { connection, type PageArguments } from './connection';
import { pullNode } from './pulls';

export function repositoriesOf(
  github: Github,
  owner: string,
  page: PageArguments,
) {
  const repositories = github.state.repositories.filter(
    repository => repository.owner === owner,
  );
  return connection(
    repositories.map(repository => repositoryNode(github, repository)),
    page,
  );
}

/** Resolvers of a repository. */
export function repositoryNode(github: Github, repository: Repository) {
  const { present, state, git } = github;
  const full = fullName(repository);
  const language = Object.keys(repository.languages)[0];
  return {
    id: nodeId('Repository', repository.id),
    databaseId: repository.id,
    name: repository.name,
    nameWithOwner: full,
    description: repository.description,
    url: `${present.web}/${full}`,
    isArchived: repository.archived,
    isFork: false,
    isPrivate: repository.visibility !== 'public',
    isEmpty: async () => (await git.refs(full, 'refs/heads/')).size === 0,
    visibility: repository.visibility.toUpperCase(),
    owner: () => {
      const owner = state.account(repository.owner)!;
      return owner.type === 'Organization'
        ? organizationNode(github, owner)
        : userNode(github, owner);
    },
    primaryLanguage: language
      ? { id: nodeId('Language', language), name: language }
      : null,
    createdAt: repository.createdAt,
    pushedAt: repository.pushedAt,
    defaultBranchRef: () =>
      refNode(github, full, `refs/heads/${repository.defaultBranch}`),
    repositoryTopics: (page: PageArguments) =>
      connection(
        repository.topics.map(name => ({
          __typename: 'RepositoryTopic',
          id: nodeId('RepositoryTopic', `${repository.id}${name}`),
          topic: { id: nodeId('Topic', name), name },
          url: `${present.web}/topics/${name}`,
        })),
        page,
      ),
    object: ({ expression, oid }: { expression?: string; oid?: string }) =>
      objectNode(github, full, expression ?? oid ?? ''),
    pullRequest: ({ number }: { number: number }) => {
      const issue = state.issues.get(issueKey(full, number));
      return issue && isPull(issue) ? pullNode(github, issue) : null;
    },
    ref: ({ qualifiedName }: { qualifiedName: string }) =>
      refNode(
        github,
        full,
        qualifiedName.startsWith('refs/')
          ? qualifiedName
          : `refs/heads/${qualifiedName}`,
      ),
  };
}

async function refNode(github: Github, full: string, ref: string) {
  const { git, state } = github;
  const sha = await git.resolve(full, ref);
  if (!sha) return null;
  const [, prefix, name] = /^(refs\/\w+\/)(.*)$/.exec(ref) ?? ['', '', ref];
  return {
    id: nodeId('Ref', `${full}:${ref}`),
    name,
    prefix,
    target: () => objectNode(github, full, sha),
    associatedPullRequests: ({
      states,
      ...page
    }: PageArguments & { states?: string[] }) => {
      const pulls = state.issues
        .list()
        .filter(isPull)
        .filter(
          issue => issue.repository === full && issue.pull.headRef === name,
        )
        .map(pull => pullNode(github, pull));
      return connection(
        pulls.filter(pull => !states?.length || states.includes(pull.state)),
        page,
      );
    },
  };
}

/** A git object by revision expression, e.g. `HEAD:catalog-info.yaml`. */
async function objectNode(
  github: Github,
  full: string,
  expression: string,
): Promise<object | null> {
  const { git, present } = github;
  const object = await git.readObject(full, expression);
  if (!object) return null;
  const base = {
    oid: object.sha,
    id: nodeId(object.type, `${full}:${object.sha}`),
  };
  if (object.type === 'blob') {
    const isBinary = object.content.subarray(0, 8000).includes(0);
    return {
      __typename: 'Blob',
      ...base,
      byteSize: object.content.length,
      isBinary,
      text: isBinary ? null : object.content.toString('utf8'),
    };
  }
  if (object.type === 'tree') {
    return {
      __typename: 'Tree',
      ...base,
      entries: decodeTree(object.content).map(({ name, mode, sha }) => ({
        name,
        oid: sha,
        mode: parseInt(mode, 8),
        type: mode === '040000' ? 'tree' : 'blob',
        object: () => objectNode(github, full, sha),
      })),
    };
  }
  const commit = await git.readCommit(full, object.sha);
  return {
    __typename: 'Commit',
    ...base,
    message: commit?.message,
    messageHeadline: commit?.message.split('\n')[0],
    committedDate: commit?.committer.date,
    url: `${present.web}/${full}/commit/${object.sha}`,
  };
}
