export { Grants } from './Grants';
export { isForeign } from './isForeign';
export { OAuthError } from './OAuthError';
export { porticoClient, type OidcClient } from './OidcClient';
export { createOidcRouter } from './oidcRouter';
export { Sessions } from './Sessions';
export { SigningKeys } from './SigningKeys';
export { TokenIssuer } from './TokenIssuer';
