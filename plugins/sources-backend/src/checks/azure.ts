import {
  ClientSecretCredential,
  DefaultAzureCredential,
} from '@azure/identity';
import type { Config } from '@backstage/config';
import { look } from '../http/look';
import type { Finding, Vendor } from '../Source';

const configKey = 'cost.azure';
const usedFor = 'Cost: the bill of Azure.';

/** Azure Resource Manager; https://learn.microsoft.com/rest/api/resources/subscriptions */
export const azure: Vendor = {
  kind: 'azure-cost-management',
  title: 'Azure Cost Management',
  usedFor,
  configKey,
  read: config =>
    (config.getOptionalConfigArray(configKey) ?? []).map(section => {
      const name = section.getString('name');
      const url = (
        section.getOptionalString('endpoint') ?? 'https://management.azure.com'
      ).replace(/\/+$/, '');
      const [subscription] =
        /^\/subscriptions\/[^/]+/.exec(section.getString('scope')) ?? [];
      const tokenOf = tokenSource(section, url);
      return {
        id: `azure-cost-management:${name}`,
        kind: 'azure-cost-management',
        title: 'Azure Cost Management',
        instance: name,
        url,
        usedFor,
        configKey,
        async check(signal): Promise<Finding> {
          let token: string | undefined;
          try {
            token = await tokenOf(signal);
          } catch (error) {
            signal.throwIfAborted();
            return noToken((error as Error).message);
          }
          return look(
            {
              url: `${url}${
                subscription ?? '/subscriptions'
              }?api-version=2022-12-01`,
              headers: { authorization: `Bearer ${token}` },
              signal,
            },
            {
              configKey,
              hasToken: true,
              read: ({ body }) => ({
                answeredAs: subscriptionOf(body),
                token: { state: 'valid' },
              }),
            },
          );
        },
      };
    }),
};

function tokenSource(
  section: Config,
  url: string,
): (signal: AbortSignal) => Promise<string | undefined> {
  const fixed = section.getOptionalString('token');
  if (fixed) return async () => fixed;
  const clientId = section.getOptionalString('clientId');
  const authorityHost = section.getOptionalString('authorityHost');
  const credential = clientId
    ? new ClientSecretCredential(
        section.getString('tenantId'),
        clientId,
        section.getString('clientSecret'),
        { authorityHost },
      )
    : new DefaultAzureCredential({ authorityHost });
  return async abortSignal => {
    const token = await credential.getToken(`${url}/.default`, { abortSignal });
    return token?.token;
  };
}

/** The first line says what is wrong; the rest of them, how to debug credentials of all kinds. */
function noToken(message: string): Finding {
  return {
    reachable: false,
    token: { state: 'refused' },
    message: `Microsoft Entra ID issued no token: ${
      message.split('\n')[0]
    } Check tenantId, clientId and clientSecret under ${configKey}, or the identity of the portal's pod.`,
  };
}

function subscriptionOf(body: unknown): string {
  const { displayName } = (body ?? {}) as { displayName?: string };
  return displayName ? `subscription ${displayName}` : 'Azure Resource Manager';
}
