import type { Request } from 'express';
import { OAuthError } from './OAuthError';
import { hasSecret, type OidcClient } from './OidcClient';

/** Some clients, Backstage's Okta strategy among them, write `Basic:` with a colon; Okta takes both. */
const BASIC = /^Basic:?\s+([A-Za-z0-9+/=_-]+)$/i;

/**
 * Checks id and secret of the application, from the header (`client_secret_basic`) or the form
 * (`client_secret_post`).
 *
 * @throws OAuthError 401 `invalid_client`
 */
export function authenticateClient(request: Request, client: OidcClient): void {
  const { id, secret } = credentialsOf(request);
  if (id === undefined) {
    throw new OAuthError(
      'invalid_client',
      'Client authentication failed. Either the client or the client credentials are invalid.',
      401,
    );
  }
  if (id !== client.id) {
    throw new OAuthError(
      'invalid_client',
      `Invalid value for 'client_id' parameter.`,
      401,
    );
  }
  if (!hasSecret(client, secret)) {
    throw new OAuthError(
      'invalid_client',
      'The client secret supplied for a confidential client is invalid.',
      401,
    );
  }
}

function credentialsOf(request: Request): { id?: string; secret: string } {
  const encoded = BASIC.exec(request.get('authorization') ?? '')?.[1];
  if (encoded !== undefined) {
    const text = Buffer.from(encoded, 'base64').toString();
    const colon = text.indexOf(':');
    return {
      id: decode(text.slice(0, Math.max(colon, 0))),
      secret: decode(text.slice(colon + 1)),
    };
  }
  const { client_id: id, client_secret: secret } = request.body as Record<
    string,
    unknown
  >;
  return {
    id: typeof id === 'string' ? id : undefined,
    secret: typeof secret === 'string' ? secret : '',
  };
}

/** RFC 6749, 2.3.1 has both parts form-encoded; clients that don't are understood too. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part.replace(/\+/g, ' '));
  } catch {
    return part;
  }
}
