import { GraphQLError } from 'graphql';
import { may } from '../access';
import type { Github } from '../Github';
import { GithubError } from '../GithubError';
import type { AutoMerge } from '../model';
import { nodeId } from '../present/Presenter';
import { isPull, type Pull } from '../present/pull';
import { disableAutoMerge, enableAutoMerge } from '../pulls';
import { userNode } from './accounts';

interface AutoMergeInput {
  pullRequestId: string;
  mergeMethod?: string;
  commitHeadline?: string;
  commitBody?: string;
  expectedHeadOid?: string;
  clientMutationId?: string;
}

/** Resolvers of a pull request. */
export function pullNode(
  github: Github,
  issue: Pull,
): { state: string } & Record<string, unknown> {
  const { pull, repository, number } = issue;
  const { autoMerge } = pull;
  const enabledBy = autoMerge && github.state.account(autoMerge.enabledBy);
  return {
    __typename: 'PullRequest',
    id: nodeId('PullRequest', issue.id),
    number,
    title: issue.title,
    url: `${github.present.web}/${repository}/pull/${number}`,
    state: pull.merged ? 'MERGED' : issue.state.toUpperCase(),
    isDraft: pull.draft,
    headRefName: pull.headRef,
    headRefOid: pull.headSha,
    baseRefName: pull.baseRef,
    autoMergeRequest: autoMerge && {
      enabledAt: autoMerge.enabledAt,
      enabledBy: enabledBy && userNode(github, enabledBy),
      mergeMethod: autoMerge.method.toUpperCase(),
      commitHeadline: autoMerge.title,
      commitBody: autoMerge.message,
    },
  };
}

/** https://docs.github.com/graphql/reference/mutations#enablepullrequestautomerge */
export function enablePullRequestAutoMerge(
  github: Github,
  input: AutoMergeInput,
  caller: string,
) {
  return change(github, input, caller, pull => {
    const { expectedHeadOid, commitHeadline, commitBody } = input;
    if (expectedHeadOid && expectedHeadOid !== pull.pull.headSha) {
      throw new GithubError(
        422,
        `Head branch is at ${pull.pull.headSha}, not at ${expectedHeadOid}`,
      );
    }
    const method = (input.mergeMethod ?? 'MERGE').toLowerCase();
    return enableAutoMerge(github, pull, {
      enabledBy: caller,
      method: method as AutoMerge['method'],
      title: commitHeadline,
      message: commitBody,
    });
  });
}

/** https://docs.github.com/graphql/reference/mutations#disablepullrequestautomerge */
export function disablePullRequestAutoMerge(
  github: Github,
  input: AutoMergeInput,
  caller: string,
) {
  return change(github, input, caller, async pull =>
    disableAutoMerge(github, pull, caller),
  );
}

async function change(
  github: Github,
  { pullRequestId, clientMutationId }: AutoMergeInput,
  caller: string,
  work: (pull: Pull) => Promise<Pull>,
) {
  const { state } = github;
  const pull = state.issues
    .list()
    .filter(isPull)
    .find(({ id }) => nodeId('PullRequest', id) === pullRequestId);
  const [owner, name] = pull?.repository.split('/') ?? [];
  if (!pull || !may(state, state.repository(owner, name), caller, 'push')) {
    throw new GraphQLError(
      `Could not resolve to a node with the global id of '${pullRequestId}'`,
      { extensions: { type: 'NOT_FOUND' } },
    );
  }
  try {
    return {
      clientMutationId,
      actor: userNode(github, state.account(caller)!),
      pullRequest: pullNode(github, await work(pull)),
    };
  } catch (error) {
    if (!(error instanceof GithubError)) throw error;
    throw new GraphQLError(error.message, {
      extensions: { type: 'UNPROCESSABLE' },
    });
  }
}
