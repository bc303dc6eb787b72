import { buildSchema } from 'graphql';
import { PULL_SCHEMA } from './pullSchema';

const SCHEMA = /* GraphQL */ `
  scalar URI
  scalar DateTime
  scalar GitObjectID
  scalar Base64String
  interface Node {
    id: ID!
  }
  interface RepositoryOwner {
    login: String!
    repository(name: String!): Repository
    repositories(first: Int, after: String): RepositoryConnection!
  }
  interface GitObject {
    id: ID!
    oid: GitObjectID!
  }
  type PageInfo {
    hasNextPage: Boolean!
    endCursor: String
    hasPreviousPage: Boolean!
    startCursor: String
  }
  type Query {
    viewer: User!
    organization(login: String!): Organization
    repositoryOwner(login: String!): RepositoryOwner
    repository(owner: String!, name: String!): Repository
    user(login: String!): User
    rateLimit: RateLimit
  }
  type RateLimit {
    limit: Int!
    remaining: Int!
    cost: Int!
    resetAt: DateTime!
  }
  type Mutation {
    createCommitOnBranch(
      input: CreateCommitOnBranchInput!
    ): CreateCommitOnBranchPayload
  }
  input CommittableBranch {
    id: ID
    repositoryNameWithOwner: String
    branchName: String
  }
  input CommitMessage {
    headline: String!
    body: String
  }
  input FileAddition {
    path: String!
    contents: Base64String!
  }
  input FileDeletion {
    path: String!
  }
  input FileChanges {
    additions: [FileAddition!]
    deletions: [FileDeletion!]
  }
  input CreateCommitOnBranchInput {
    branch: CommittableBranch!
    message: CommitMessage!
    fileChanges: FileChanges
    expectedHeadOid: GitObjectID!
    clientMutationId: String
  }
  type CreateCommitOnBranchPayload {
    commit: Commit
    clientMutationId: String
  }
  type Organization implements Node & RepositoryOwner {
    id: ID!
    login: String!
    name: String
    description: String
    url: URI!
    avatarUrl(size: Int): URI!
    membersWithRole(first: Int, after: String): UserConnection!
    teams(first: Int, after: String, userLogins: [String!]): TeamConnection!
    team(slug: String!): Team
    repository(name: String!): Repository
    repositories(first: Int, after: String): RepositoryConnection!
  }
  type OrganizationConnection {
    nodes: [Organization]
    pageInfo: PageInfo!
    totalCount: Int!
  }
  type User implements Node & RepositoryOwner {
    id: ID!
    databaseId: Int
    login: String!
    name: String
    email: String!
    bio: String
    company: String
    url: URI!
    avatarUrl(size: Int): URI!
    suspendedAt: DateTime
    organizationVerifiedDomainEmails(login: String!): [String!]!
    organizations(first: Int, after: String): OrganizationConnection!
    repository(name: String!): Repository
    repositories(first: Int, after: String): RepositoryConnection!
  }
  type UserConnection {
    nodes: [User]
    pageInfo: PageInfo!
    totalCount: Int!
  }
  enum TeamMembershipType {
    ALL
    CHILD_TEAM
    IMMEDIATE
  }
  type Team implements Node {
    id: ID!
    databaseId: Int
    slug: String!
    combinedSlug: String!
    name: String!
    description: String
    url: URI!
    avatarUrl: URI
    editTeamUrl: URI!
    parentTeam: Team
    members(
      first: Int
      after: String
      membership: TeamMembershipType
    ): UserConnection!
  }
  type TeamConnection {
    nodes: [Team]
    pageInfo: PageInfo!
    totalCount: Int!
  }
  enum RepositoryVisibility {
    INTERNAL
    PRIVATE
    PUBLIC
  }
  type Topic implements Node {
    id: ID!
    name: String!
  }
  type RepositoryTopic implements Node {
    id: ID!
    topic: Topic!
    url: URI!
  }
  type RepositoryTopicConnection {
    nodes: [RepositoryTopic]
    pageInfo: PageInfo!
    totalCount: Int!
  }
  type Language implements Node {
    id: ID!
    name: String!
  }
  type Repository implements Node {
    id: ID!
    databaseId: Int
    name: String!
    nameWithOwner: String!
    description: String
    url: URI!
    isArchived: Boolean!
    isFork: Boolean!
    isPrivate: Boolean!
    isEmpty: Boolean!
    visibility: RepositoryVisibility!
    owner: RepositoryOwner!
    primaryLanguage: Language
    createdAt: DateTime!
    pushedAt: DateTime
    defaultBranchRef: Ref
    repositoryTopics(first: Int, after: String): RepositoryTopicConnection!
    object(expression: String, oid: GitObjectID): GitObject
    ref(qualifiedName: String!): Ref
  }
  type RepositoryConnection {
    nodes: [Repository]
    pageInfo: PageInfo!
    totalCount: Int!
  }
  type Ref implements Node {
    id: ID!
    name: String!
    prefix: String!
    target: GitObject
    associatedPullRequests(
      first: Int
      after: String
      states: [PullRequestState!]
    ): PullRequestConnection!
  }
  type Blob implements Node & GitObject {
    id: ID!
    oid: GitObjectID!
    text: String
    byteSize: Int!
    isBinary: Boolean
  }
  type TreeEntry {
    name: String!
    path: String
    type: String!
    oid: GitObjectID!
    mode: Int!
    object: GitObject
  }
  type Tree implements Node & GitObject {
    id: ID!
    oid: GitObjectID!
    entries: [TreeEntry!]
  }
  type Commit implements Node & GitObject {
    id: ID!
    oid: GitObjectID!
    message: String!
    messageHeadline: String!
    committedDate: DateTime!
    url: URI!
  }
`;

/** The part of GitHub's schema that portals ask for: https://docs.github.com/graphql/reference */
export const schema = buildSchema(SCHEMA + PULL_SCHEMA);
