import {
  ClientSecretCredential,
  DefaultAzureCredential,
  type TokenCredential,
} from '@azure/identity';
import { AuthenticationError } from '@backstage/errors';
import type { AzureAccess, AzureSettings } from '../config/AzureSettings';

/** Gives a bearer token for each pull; those that are still good are kept. */
export type TokenSource = (signal: AbortSignal) => Promise<string>;

/** By Microsoft's own client, or the token of the config. */
export function tokenOf(
  { access, endpoint }: AzureSettings,
  title: string,
  credentialOf = defaultCredential,
): TokenSource {
  if (access.kind === 'token') return async () => access.token;
  let credential: TokenCredential | undefined;
  return async signal => {
    try {
      credential ??= credentialOf(access);
      const token = await credential.getToken(`${endpoint}/.default`, {
        abortSignal: signal,
      });
      if (token) return token.token;
    } catch (error) {
      signal.throwIfAborted();
      throw refused(title, access, (error as Error).message);
    }
    throw refused(title, access, 'no token came');
  };
}

function defaultCredential(
  access: Exclude<AzureAccess, { kind: 'token' }>,
): TokenCredential {
  const { authorityHost } = access;
  if (access.kind === 'ambient') {
    return new DefaultAzureCredential({ authorityHost });
  }
  const { tenantId, clientId, clientSecret } = access;
  return new ClientSecretCredential(tenantId, clientId, clientSecret, {
    authorityHost,
  });
}

function refused(
  title: string,
  access: Exclude<AzureAccess, { kind: 'token' }>,
  reason: string,
): AuthenticationError {
  const secret = access.kind === 'app' ? access.clientSecret : undefined;
  // The rest of its lines say how to debug credentials of all kinds.
  const [line] = (secret ? reason.replaceAll(secret, '***') : reason).split(
    '\n',
  );
  return new AuthenticationError(
    `Microsoft Entra ID issued no token for ${title}: ${line.replace(
      /[.\s]+$/,
      '',
    )}. Check ${
      access.kind === 'app'
        ? 'tenantId, clientId and clientSecret'
        : 'the identity of the pod, or set tenantId, clientId and clientSecret'
    } under cost.azure.`,
  );
}
