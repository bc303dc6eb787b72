import type { JsonObject } from '@backstage/types';
import type { Target } from './people';

/** What an action is given to work on a target, besides whose it is. */
export type Input = (target: Target) => JsonObject;

const repoUrl = ({ name }: Target) =>
  `127.0.0.1:7101?owner=mini-org&repo=${name}`;

/** An input that is only about a repository. */
const onRepository =
  (rest: JsonObject = {}): Input =>
  target => ({ repoUrl: repoUrl(target), ...rest });

/** An input that is about an issue of the repository. */
const onIssue =
  (rest: JsonObject): Input =>
  ({ name }) => ({
    issueUrl: `http://127.0.0.1:7101/mini-org/${name}/issues/1`,
    ...rest,
  });

/** An input that is about a Terraform workspace. */
const onWorkspace =
  (rest: JsonObject = {}): Input =>
  ({ name }) => ({ workspace: `${name}-dev`, ...rest });

const login = 'nina.berg@mini-org.example';
const membership = { org: 'mini-org', team: 'payments', username: 'nina-berg' };

/** An input with which each mutating action would get to work on the target. */
export const INPUTS: Record<string, Input> = {
  // Nothing that the rules of approvals ask anybody about.
  'approval:request': () => ({
    title: 'Look at this',
    reason: 'To see',
    environment: 'dev',
  }),
  'argocd:create-app': target => ({
    name: `${target.name}-dev`,
    repoUrl: `http://127.0.0.1:7101/mini-org/${target.name}.git`,
    path: 'deploy',
    destination: { name: 'in-cluster', namespace: 'dev' },
  }),
  'argocd:delete-app': ({ name }) => ({ name: `${name}-dev` }),
  'argocd:sync-app': ({ name }) => ({ name: `${name}-dev` }),
  'aws:identity-center:assign': () => ({
    login,
    assignments: [
      { account: 'mini-org-dev', permissionSet: 'DeveloperAccess' },
    ],
  }),
  'aws:identity-center:unassign': () => ({ login }),
  'email:send': () => ({
    to: login,
    subject: 'Welcome',
    html: '<p>Hi</p>',
    text: 'Hi',
  }),
  'github:actions:create': onRepository({ sourcePath: 'ci' }),
  'github:actions:dispatch': onRepository({
    workflowId: 'ci.yaml',
    branchOrTagName: 'main',
  }),
  'github:autolinks:create': onRepository({
    keyPrefix: 'JIRA-',
    urlTemplate: 'https://example.com/<num>',
  }),
  'github:branch-protection:create': onRepository(),
  'github:deployKey:create': onRepository({
    publicKey: 'public',
    privateKey: 'private',
    deployKeyName: 'deploy',
  }),
  'github:environment:create': onRepository({ name: 'dev' }),
  'github:issue:close': onIssue({}),
  'github:issue:comment': onIssue({ body: 'Done' }),
  'github:issues:create': onRepository({ title: 'Look at this' }),
  'github:issues:label': onRepository({ number: 1, labels: ['seen'] }),
  'github:pages:enable': onRepository(),
  'github:pull-request:ensure': onRepository({
    title: 'Change',
    sourcePath: 'service',
  }),
  'github:pull-request:merge': onRepository({
    number: 1,
    expectedHead: '0000000',
  }),
  'github:repo:create': onRepository(),
  'github:repo:push': onRepository({ sourcePath: 'service' }),
  'github:repo:retire': onRepository({ how: 'archive' }),
  'github:team:add-member': () => membership,
  'github:team:remove-member': () => membership,
  'github:webhook': onRepository({
    webhookUrl: 'https://example.com/hook',
    webhookSecret: 'secret',
  }),
  'grafana:dashboard:delete': () => ({}),
  'grafana:dashboard:ensure': ({ name }) => ({
    folder: { title: 'Matrix' },
    dashboard: { title: `${name} / RED`, panels: [] },
  }),
  'okta:assign-groups': () => ({ login, groups: ['engineers'] }),
  'okta:create-user': () => ({
    profile: { firstName: 'Nina', lastName: 'Berg', email: login },
  }),
  'okta:deactivate-user': () => ({ login }),
  'okta:remove-groups': () => ({ login }),
  'publish:github': onRepository(),
  'publish:github:pull-request': onRepository({
    branchName: 'change',
    title: 'Change',
    description: 'A change',
  }),
  'terraform:apply': onWorkspace({ directory: 'service/terraform' }),
  'terraform:destroy': onWorkspace(),
  'terraform:plan': onWorkspace({ directory: 'service/terraform' }),
};
