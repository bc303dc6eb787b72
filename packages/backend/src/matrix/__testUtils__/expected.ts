import type { Role } from './people';

/** Whom an action obeys, and whether only towards what their own teams own. The platform team may all. */
export type Allowed = Partial<Record<Role, 'own' | 'any'>>;

const OWN: Allowed = { engineer: 'own' };
const ENGINEER: Allowed = { engineer: 'any' };
const BOTH: Allowed = { engineer: 'any', 'people-ops': 'any' };

/** Actions that change things outside of the task. An action that is in neither table fails the test. */
export const MUTATING: Record<string, Allowed> = {
  'argocd:create-app': OWN,
  'github:actions:create': ENGINEER,
  'github:actions:dispatch': ENGINEER,
  'github:autolinks:create': ENGINEER,
  'github:branch-protection:create': ENGINEER,
  'github:deployKey:create': ENGINEER,
  'github:environment:create': ENGINEER,
  'github:issues:create': ENGINEER,
  'github:issues:label': ENGINEER,
  'github:pages:enable': ENGINEER,
  'github:repo:create': ENGINEER,
  'github:repo:push': ENGINEER,
  'github:webhook': ENGINEER,
  'publish:github': ENGINEER,
  'publish:github:pull-request': ENGINEER,
  'terraform:apply': ENGINEER,
};

/** Actions that read, write in the task's own folder, or act through another plugin that checks rights itself. */
export const OTHERS: Record<string, Allowed> = {
  'catalog:ensure-registered': ENGINEER,
  'catalog:fetch': BOTH,
  'catalog:register': ENGINEER,
  'catalog:write': ENGINEER,
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
  'portico:check-request': BOTH,
};
