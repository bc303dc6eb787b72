import { timingSafeEqual } from 'node:crypto';

/** The one application that is registered. */
export interface OidcClient {
  id: string;
  secret: string;
  name: string;
  /** Origins to which a sign-in may return. */
  redirectOrigins: string[];
}

/** The portal's registration. `PORTICO_PORTAL_URL` adds an origin, for a portal on another port. */
export function porticoClient(
  portalUrl = process.env.PORTICO_PORTAL_URL,
): OidcClient {
  const origins = [
    'http://localhost:7007',
    'http://127.0.0.1:7007',
    'http://localhost:3000',
  ];
  return {
    id: 'portico',
    secret: 'portico-sandbox-secret',
    name: 'Portico',
    redirectOrigins: portalUrl
      ? [...origins, new URL(portalUrl).origin]
      : origins,
  };
}

/** Whether a sign-in or sign-out may return to this URL. */
export function allowsRedirect(client: OidcClient, url: string): boolean {
  return (
    URL.canParse(url) && client.redirectOrigins.includes(new URL(url).origin)
  );
}

/** Whether this is the client's secret. */
export function hasSecret(client: OidcClient, secret: string): boolean {
  const [given, wanted] = [Buffer.from(secret), Buffer.from(client.secret)];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
