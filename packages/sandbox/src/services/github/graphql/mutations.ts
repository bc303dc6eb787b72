import { GraphQLError } from 'graphql';
import { may } from '../access';
import type { Github } from '../Github';
import { RefMovedError } from '../git';
import { nodeId } from '../present/Presenter';
import { assertBranchUpdate } from '../protection';

interface CommitInput {
  branch: { repositoryNameWithOwner?: string; branchName?: string };
  message: { headline: string; body?: string };
  fileChanges?: {
    additions?: { path: string; contents: string }[];
    deletions?: { path: string }[];
  };
  expectedHeadOid: string;
  clientMutationId?: string;
}

/** https://docs.github.com/graphql/reference/mutations#createcommitonbranch */
export async function createCommitOnBranch(
  github: Github,
  input: CommitInput,
  actor: string,
) {
  const { git, state, present } = github;
  const { repositoryNameWithOwner = '', branchName = '' } = input.branch;
  const [owner, name] = repositoryNameWithOwner.split('/');
  const repository = state.repositories.get(`${owner}/${name}`.toLowerCase());
  const head =
    repository &&
    may(state, repository, actor, 'push') &&
    (await git.resolve(repositoryNameWithOwner, `refs/heads/${branchName}`));
  if (!head) {
    throw new GraphQLError(
      `Could not resolve to a branch '${branchName}' of '${repositoryNameWithOwner}'.`,
      {
        extensions: { type: 'NOT_FOUND' },
      },
    );
  }
  await assertBranchUpdate(
    github,
    repositoryNameWithOwner,
    { ref: `refs/heads/${branchName}`, before: head, after: head, actor },
    422,
  );
  const account = state.account(actor)!;
  try {
    const oid = await git.commit(repositoryNameWithOwner, {
      branch: branchName,
      message: input.message.body
        ? `${input.message.headline}\n\n${input.message.body}`
        : input.message.headline,
      author: {
        name: account.name ?? account.login,
        email: account.email ?? '',
        login: account.login,
      },
      changes: [
        ...(input.fileChanges?.additions ?? []).map(({ path, contents }) => ({
          path,
          content: Buffer.from(contents, 'base64'),
        })),
        ...(input.fileChanges?.deletions ?? []).map(({ path }) => ({
          path,
          content: undefined,
        })),
      ],
      expectedHead: input.expectedHeadOid,
    });
    return {
      clientMutationId: input.clientMutationId,
      commit: {
        __typename: 'Commit',
        id: nodeId('commit', `${repositoryNameWithOwner}:${oid}`),
        oid,
        message: input.message.headline,
        messageHeadline: input.message.headline,
        committedDate: state.now(),
        url: `${present.web}/${repositoryNameWithOwner}/commit/${oid}`,
      },
    };
  } catch (error) {
    if (!(error instanceof RefMovedError)) throw error;
    throw new GraphQLError(
      `Expected branch to point to "${input.expectedHeadOid}" but it did not. Pull and try again. (expectedHeadOid)`,
      { extensions: { type: 'STALE_DATA' } },
    );
  }
}
