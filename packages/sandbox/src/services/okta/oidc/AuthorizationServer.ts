/** One of the organisation's two authorization servers. */
export interface AuthorizationServer {
  id: 'org' | 'default';
  /** `iss` of its tokens. */
  issuer: string;
  /** Where its endpoints are, e.g. `http://127.0.0.1:7102/oauth2/default/v1`. */
  endpoints: string;
  /** `aud` of its access tokens. */
  audience: string;
}

export const SCOPES = [
  'openid',
  'profile',
  'email',
  'address',
  'phone',
  'groups',
  'offline_access',
];

/** The org server and the custom server `default`. */
export function authorizationServers(baseUrl: string) {
  return {
    org: {
      id: 'org',
      issuer: baseUrl,
      endpoints: `${baseUrl}/oauth2/v1`,
      audience: baseUrl,
    },
    default: {
      id: 'default',
      issuer: `${baseUrl}/oauth2/default`,
      endpoints: `${baseUrl}/oauth2/default/v1`,
      audience: 'api://default',
    },
  } satisfies Record<string, AuthorizationServer>;
}

/** The discovery document (OpenID Connect Discovery 1.0, 3). */
export function discoveryDocument(server: AuthorizationServer) {
  const { issuer, endpoints } = server;
  const clientAuthentication = ['client_secret_basic', 'client_secret_post'];
  return {
    issuer,
    authorization_endpoint: `${endpoints}/authorize`,
    token_endpoint: `${endpoints}/token`,
    userinfo_endpoint: `${endpoints}/userinfo`,
    jwks_uri: `${endpoints}/keys`,
    introspection_endpoint: `${endpoints}/introspect`,
    revocation_endpoint: `${endpoints}/revoke`,
    end_session_endpoint: `${endpoints}/logout`,
    response_types_supported: ['code'],
    response_modes_supported: ['query'],
    grant_types_supported: ['authorization_code', 'refresh_token'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    scopes_supported: SCOPES,
    token_endpoint_auth_methods_supported: clientAuthentication,
    introspection_endpoint_auth_methods_supported: clientAuthentication,
    revocation_endpoint_auth_methods_supported: clientAuthentication,
    code_challenge_methods_supported: ['S256'],
    claims_supported: [
      'iss',
      'ver',
      'sub',
      'aud',
      'iat',
      'exp',
      'jti',
      'auth_time',
      'amr',
      'idp',
      'nonce',
      'name',
      'given_name',
      'family_name',
      'preferred_username',
      'email',
      'email_verified',
      'locale',
      'zoneinfo',
      'updated_at',
      'groups',
    ],
  };
}
