import {
  readGrafanaInstances,
  type GrafanaInstance,
} from '@portico/plugin-grafana-node';
import type { TokenStanding } from '@portico/plugin-sources-common';
import { ask } from '../http/ask';
import { look } from '../http/look';
import type { Vendor } from '../Source';

const configKey = 'grafana.instances';
const usedFor = 'Dashboards, panels and alerts of services.';

/** Rights that Portico uses; where older versions call one otherwise, either will do. https://grafana.com/docs/grafana/latest/administration/roles-and-permissions/access-control/custom-role-actions-scopes/ */
const RIGHTS = [
  ['dashboards:read'],
  ['folders:read'],
  ['datasources:query'],
  ['alert.rules:read'],
  ['alert.silences:create', 'alert.instances:create'],
  ['dashboards:create'],
  ['dashboards:write'],
  ['folders:create'],
  ['folders.permissions:write'],
  ['teams:read'],
];

/** The Grafana servers. */
export const grafana: Vendor = {
  kind: 'grafana',
  title: 'Grafana',
  usedFor,
  configKey,
  read: config =>
    readGrafanaInstances(config).map(instance => ({
      id: `grafana:${instance.name}`,
      kind: 'grafana',
      title: 'Grafana',
      instance: instance.name,
      url: instance.externalUrl,
      usedFor,
      configKey,
      check: signal => {
        const { url } = instance;
        const headers = headersOf(instance);
        const get = async (path: string) => {
          const answer = await ask({ url: `${url}${path}`, headers, signal });
          return answer.status === 200 ? answer.body : undefined;
        };
        return look(
          { url: `${url}/api/user`, headers, signal },
          {
            configKey,
            hasToken: true,
            async read({ body }) {
              const { id, login } = (body ?? {}) as User;
              return {
                answeredAs: `service account ${login}`,
                token: await standingOf(get, id),
              };
            },
          },
        );
      },
    })),
};

interface User {
  id?: number;
  login?: string;
}

interface Token {
  /** ISO 8601. */
  expiration?: string | null;
  hasExpired?: boolean;
}

/** What Grafana tells of the token, beside that it is good: each of it only to those who may ask. */
async function standingOf(
  get: (path: string) => Promise<unknown>,
  id: number | undefined,
): Promise<TokenStanding> {
  const [rights, tokens] = await Promise.all([
    get('/api/access-control/user/permissions'),
    id ? get(`/api/serviceaccounts/${id}/tokens`) : undefined,
  ]);
  const has = (right: string) => right in Object(rights);
  const missing = rights
    ? RIGHTS.filter(names => !names.some(has)).map(([name]) => name)
    : [];
  const valid = Array.isArray(tokens)
    ? (tokens as Token[]).filter(({ hasExpired }) => !hasExpired)
    : [];
  // Which of several it is, nobody can say.
  const validUntil = valid.length === 1 ? valid[0].expiration : undefined;
  return {
    state: 'valid',
    ...(validUntil && { validUntil: new Date(validUntil).toISOString() }),
    ...(missing.length > 0 && { missing }),
  };
}

function headersOf({ token, orgId }: GrafanaInstance): Record<string, string> {
  return {
    authorization: `Bearer ${token}`,
    ...(orgId && { 'x-grafana-org-id': String(orgId) }),
  };
}
