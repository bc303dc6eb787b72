import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import {
  coreServices,
  createBackendModule,
  type BackendFeature,
  type PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import templateKind from '@backstage/plugin-catalog-backend-module-scaffolder-entity-model';
import permissionPlugin from '@backstage/plugin-permission-backend';
import type { TemplateAction } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import { settleTasks } from '@portico/plugin-flows-test-utils';
import permissionModulePortico from '@portico/plugin-permission-backend-module-portico';
import { AuditTrail } from './AuditTrail';
import { authFactory } from './authFactory';
import { catchActions } from './catchActions';
import { personOf, type Role } from './people';
import { PeopleProvider } from './PeopleProvider';
import { listFeatures, readConfig } from './readConfig';

/** The backend with its real policy, config, catalog, templates and actions, and nothing behind it. */
export interface Portal {
  url: string;
  actions: Map<string, TemplateAction>;
  audit: AuditTrail;
  permissions: PermissionsService;
  /** Asks the portal's API as whoever stands for a role. */
  fetchAs(role: Role, path: string, body?: JsonObject): Promise<Response>;
  /** Puts whoever stands for a role into these groups, and no others. */
  setGroups(role: Role, groups: string[]): Promise<void>;
  stop(): Promise<void>;
}

/** Jest knows no `import()`. */
function load(name: string): BackendFeature {
  return jest.requireActual<{ default: BackendFeature }>(name).default;
}

export async function startPortal(): Promise<Portal> {
  const actions = catchActions();
  const audit = new AuditTrail();
  const people = new PeopleProvider();
  const caught: { permissions?: PermissionsService } = {};
  const catchPermissions = createBackendModule({
    pluginId: 'scaffolder',
    moduleId: 'catch-permissions',
    register({ registerInit }) {
      registerInit({
        deps: { permissions: coreServices.permissions },
        async init({ permissions }) {
          caught.permissions = permissions;
        },
      });
    },
  });
  const backend = await startTestBackend({
    features: [
      mockServices.rootConfig.factory({ data: readConfig() }),
      authFactory,
      httpAuthServiceFactory,
      permissionsServiceFactory,
      audit.factory,
      people.module,
      catchPermissions,
      catalogPlugin,
      templateKind,
      permissionPlugin,
      permissionModulePortico,
      ...listFeatures().map(load),
    ],
  });
  const { port } = backend.server;
  const url = `http://localhost:${port()}`;
  return {
    url,
    actions,
    audit,
    permissions: caught.permissions!,
    setGroups: (role, groups) => people.setGroups(role, groups),
    async stop() {
      await settleTasks();
      await backend.stop();
    },
    fetchAs: (role, path, body) =>
      fetch(`${url}${path}`, {
        method: body ? 'POST' : 'GET',
        headers: {
          authorization: mockCredentials.user.header(personOf(role)),
          'content-type': 'application/json',
        },
        body: body && JSON.stringify(body),
      }),
  };
}

/**
 * Waits until the catalog has this many entities that fit `filter`.
 *
 * @throws if it has fewer after 90 s: it leaves out what it can't take in, e.g. a template two of whose keys differ in case alone
 */
export async function waitForEntities(
  portal: Portal,
  filter: string,
  count: number,
): Promise<void> {
  const path = `/api/catalog/entities?filter=${filter}`;
  let names: string[] = [];
  for (let tries = 0; tries < 900; tries++) {
    const response = await portal.fetchAs('platform', path);
    const found = (await response.json()) as Entity[];
    names = found.map(({ metadata }) => metadata.name);
    if (names.length >= count) return;
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  throw new Error(
    `The catalog has ${names.length} of ${count} entities with ${filter}: ${names}`,
  );
}
