import type {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';

/** What it takes to ask another plugin of the portal. */
export interface PluginAccess {
  auth: AuthService;
  discovery: DiscoveryService;
}

/**
 * Asks another plugin of the portal by HTTP, with a token for it alone. Returns its answer, whatever the status.
 *
 * @param request.path behind the plugin's base URL, e.g. `/v2/tasks`
 * @param request.body makes it a POST
 * @param request.credentials of whom it is asked for; those of the asking plugin if absent
 * @throws DOMException (`TimeoutError`) if it takes longer than `timeoutMs`
 */
export async function askPlugin(
  { auth, discovery }: PluginAccess,
  request: {
    pluginId: string;
    path: string;
    body?: object;
    credentials?: BackstageCredentials;
    timeoutMs: number;
  },
): Promise<Response> {
  const { pluginId, path, body, credentials, timeoutMs } = request;
  const { token } = await auth.getPluginRequestToken({
    onBehalfOf: credentials ?? (await auth.getOwnServiceCredentials()),
    targetPluginId: pluginId,
  });
  return fetch(`${await discovery.getBaseUrl(pluginId)}${path}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      authorization: `Bearer ${token}`,
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(timeoutMs),
  });
}
