import type { Role } from './people';

/** Whom an action obeys, and whether only towards what their own teams own. The platform team may all. */
export type Allowed = Partial<Record<Role, 'own' | 'any'>>;

const OWN: Allowed = { engineer: 'own' };
const ENGINEER: Allowed = { engineer: 'any' };
const PEOPLE_OPS: Allowed = { 'people-ops': 'any' };
const BOTH: Allowed = { engineer: 'any', 'people-ops': 'any' };

/** Who may call an action that obeys them only with an approval of those who may do it alone. */
export const WITH_APPROVAL: Record<string, Role[]> = {
  'terraform:destroy': ['engineer'],
};

/** Actions that change things outside of the task. An action that is in neither table fails the test. */
export const MUTATING: Record<string, Allowed> = {
  'approval:request': BOTH,
  'argocd:create-app': OWN,
  'argocd:delete-app': OWN,
  'argocd:sync-app': OWN,
  'aws:identity-center:assign': PEOPLE_OPS,
  'aws:identity-center:unassign': PEOPLE_OPS,
  'email:send': PEOPLE_OPS,
  'github:actions:create': OWN,
  'github:actions:dispatch': OWN,
  'github:autolinks:create': OWN,
  'github:branch-protection:create': OWN,
  'github:deployKey:create': OWN,
  'github:environment:create': OWN,
  'github:issue:close': PEOPLE_OPS,
  'github:issue:comment': PEOPLE_OPS,
  'github:issues:create': OWN,
  'github:issues:label': OWN,
  'github:pages:enable': OWN,
  'github:pull-request:ensure': OWN,
  'github:pull-request:merge': OWN,
  'github:repo:create': OWN,
  'github:repo:push': OWN,
  'github:repo:retire': OWN,
  'github:team:add-member': PEOPLE_OPS,
  'github:team:remove-member': PEOPLE_OPS,
  'github:webhook': OWN,
  'grafana:dashboard:delete': OWN,
  'grafana:dashboard:ensure': OWN,
  'okta:assign-groups': PEOPLE_OPS,
  'okta:create-user': PEOPLE_OPS,
  'okta:deactivate-user': PEOPLE_OPS,
  'okta:remove-groups': PEOPLE_OPS,
  'publish:github': OWN,
  'publish:github:pull-request': OWN,
  'terraform:apply': OWN,
  'terraform:destroy': {},
  'terraform:plan': OWN,
};

/** Actions that read, write in the task's own folder, or act through another plugin that checks rights itself. */
export const OTHERS: Record<string, Allowed> = {
  'catalog:ensure-registered': ENGINEER,
  'catalog:fetch': BOTH,
  'catalog:register': ENGINEER,
  'catalog:unregister': ENGINEER,
  'catalog:write': ENGINEER,
  'cost:estimate': BOTH,
  'debug:log': BOTH,
  'debug:wait': BOTH,
  'fetch:plain': BOTH,
  'fetch:plain:file': BOTH,
  'fetch:template': BOTH,
  'fetch:template:file': BOTH,
  'fs:delete': BOTH,
  'fs:readdir': BOTH,
  'fs:rename': BOTH,
  'notification:send': BOTH,
  'portico:check-person': BOTH,
  'portico:check-removal': BOTH,
  'portico:check-request': BOTH,
  'portico:find-release': BOTH,
  'portico:list-owned': BOTH,
};

/** Who may run which template, besides the platform team. A template that is not here fails the test. */
export const TEMPLATES_RUN: Record<string, Role[]> = {
  'new-service': ['engineer'],
  'add-annotations': ['engineer'],
  'add-resource': ['engineer'],
  promote: ['engineer'],
  rollback: ['engineer'],
  'decommission-service': ['engineer'],
  'user-onboarding': ['people-ops'],
  'user-offboarding': ['people-ops'],
};
