import { SCOPES } from './AuthorizationServer';
import { OAuthError } from './OAuthError';
import { allowsRedirect, type OidcClient } from './OidcClient';

/** A request for a sign-in that may be answered at its redirect URI. */
export interface AuthorizeRequest {
  redirectUri: string;
  state: string;
  scopes: string[];
  nonce?: string;
  codeChallenge?: string;
  prompt?: string;
  loginHint?: string;
}

/** Raised where the client may be told: the browser goes back to it with the error. */
export class RedirectableError extends OAuthError {
  readonly redirectUri: string;
  readonly state?: string;

  constructor(
    error: string,
    description: string,
    target: { redirectUri: string; state?: string },
  ) {
    super(error, description);
    this.redirectUri = target.redirectUri;
    this.state = target.state;
  }

  /** Where the browser goes (RFC 6749, 4.1.2.1). */
  get location(): string {
    const url = new URL(this.redirectUri);
    if (this.state !== undefined) url.searchParams.set('state', this.state);
    url.searchParams.set('error', this.error);
    url.searchParams.set('error_description', this.message);
    return url.href;
  }
}

/**
 * Checks the parameters of an authorization request as Okta does.
 *
 * @throws OAuthError where client or redirect URI are wrong: shown to the person, never redirected
 * @throws RedirectableError for everything else
 */
export function parseAuthorizeRequest(
  parameters: URLSearchParams,
  client: OidcClient,
): AuthorizeRequest {
  const get = (key: string) => parameters.get(key) ?? undefined;
  if (get('client_id') !== client.id) {
    throw new OAuthError(
      'invalid_client',
      `Invalid value for 'client_id' parameter: '${get('client_id') ?? ''}'.`,
    );
  }
  const redirectUri = get('redirect_uri') ?? '';
  if (!allowsRedirect(client, redirectUri)) {
    throw new OAuthError(
      'invalid_request',
      `The 'redirect_uri' parameter must be a Login redirect URI in the client app settings: '${redirectUri}' is not below ${client.redirectOrigins.join(
        ', ',
      )}. Set PORTICO_PORTAL_URL to add an origin.`,
    );
  }
  const state = get('state');
  const fail = (error: string, description: string) =>
    new RedirectableError(error, description, { redirectUri, state });

  if (state === undefined || state === '') {
    throw fail(
      'invalid_request',
      "The authentication request has an invalid 'state' parameter.",
    );
  }
  if (get('response_type') !== 'code') {
    throw fail(
      'unsupported_response_type',
      `The response type is not supported by the authorization server. Configured response types: [code].`,
    );
  }
  const scopes = (get('scope') ?? '').split(/\s+/).filter(Boolean);
  if (scopes.length === 0 || scopes.some(scope => !SCOPES.includes(scope))) {
    throw fail(
      'invalid_scope',
      'One or more scopes are not configured for the authorization server resource.',
    );
  }
  const codeChallenge = get('code_challenge');
  if (codeChallenge && get('code_challenge_method') !== 'S256') {
    throw fail(
      'invalid_request',
      "The value of the 'code_challenge_method' parameter must be 'S256'.",
    );
  }
  return {
    redirectUri,
    state,
    scopes: [...new Set(scopes)],
    nonce: get('nonce'),
    codeChallenge,
    prompt: get('prompt'),
    loginHint: get('login_hint'),
  };
}
