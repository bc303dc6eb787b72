/** Pull requests in GitHub's schema, and letting them merge by themselves. */
export const PULL_SCHEMA = /* GraphQL */ `
  enum PullRequestState {
    CLOSED
    MERGED
    OPEN
  }
  enum PullRequestMergeMethod {
    MERGE
    REBASE
    SQUASH
  }
  type AutoMergeRequest {
    enabledAt: DateTime
    enabledBy: User
    mergeMethod: PullRequestMergeMethod!
    commitHeadline: String
    commitBody: String
  }
  type PullRequest implements Node {
    id: ID!
    number: Int!
    title: String!
    url: URI!
    state: PullRequestState!
    isDraft: Boolean!
    headRefName: String!
    headRefOid: GitObjectID!
    baseRefName: String!
    autoMergeRequest: AutoMergeRequest
  }
  type PullRequestEdge {
    node: PullRequest
    cursor: String!
  }
  type PullRequestConnection {
    nodes: [PullRequest]
    edges: [PullRequestEdge]
    pageInfo: PageInfo!
    totalCount: Int!
  }
  extend type Repository {
    pullRequest(number: Int!): PullRequest
  }
  input EnablePullRequestAutoMergeInput {
    pullRequestId: ID!
    mergeMethod: PullRequestMergeMethod = MERGE
    commitHeadline: String
    commitBody: String
    authorEmail: String
    expectedHeadOid: GitObjectID
    clientMutationId: String
  }
  input DisablePullRequestAutoMergeInput {
    pullRequestId: ID!
    clientMutationId: String
  }
  type PullRequestAutoMergePayload {
    actor: User
    pullRequest: PullRequest
    clientMutationId: String
  }
  extend type Mutation {
    enablePullRequestAutoMerge(
      input: EnablePullRequestAutoMergeInput!
    ): PullRequestAutoMergePayload
    disablePullRequestAutoMerge(
      input: DisablePullRequestAutoMergeInput!
    ): PullRequestAutoMergePayload
  }
`;
