import type { Config } from '@backstage/config';
import {
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import type { TokenStanding } from '@portico/plugin-sources-common';
import type { Answer } from '../http/ask';
import { look } from '../http/look';
import type { Source, Vendor } from '../Source';

/** What a classic token needs; fine-grained tokens and Apps don't tell their rights. */
const SCOPES: Record<string, string[]> = {
  repo: ['repo'],
  workflow: ['workflow'],
  'read:org': ['read:org', 'write:org', 'admin:org'],
};

const configKey = 'integrations.github';
const usedFor =
  'Catalog, CI runs, repositories and teams that flows make, issues that start flows.';

/** GitHub and GitHub Enterprise. */
export const github: Vendor = {
  kind: 'github',
  title: 'GitHub',
  usedFor,
  configKey,
  read(config) {
    const integrations = ScmIntegrations.fromConfig(config);
    const credentials =
      DefaultGithubCredentialsProvider.fromIntegrations(integrations);
    return integrations.github
      .list()
      .filter(({ config: { token, apps } }) => token || apps?.length)
      .map(({ config: { host, apiBaseUrl, token: fixed } }): Source => {
        const organization = organizationOn(host, config);
        return {
          id: `github:${host}`,
          kind: 'github',
          title: 'GitHub',
          instance: organization ?? host,
          url: `https://${host}`,
          usedFor,
          configKey,
          async check(signal) {
            const { token } = await credentials.getCredentials({
              url: `https://${host}/${organization ?? ''}`,
            });
            return look(
              {
                // `/rate_limit` is not there on servers without limits; this one takes no right, and tells the token's.
                url: `${apiBaseUrl}/meta`,
                headers: token ? { authorization: `Bearer ${token}` } : {},
                signal,
              },
              {
                configKey,
                hasToken: Boolean(token),
                read: answer => ({
                  answeredAs: `GitHub${version(answer)}`,
                  token: standing(answer, Boolean(fixed)),
                }),
              },
            );
          },
        };
      });
  },
};

function organizationOn(host: string, config: Config): string | undefined {
  const providers = config.getOptionalConfig('catalog.providers.github');
  return providers
    ?.keys()
    .map(key => providers.getOptionalConfig(key))
    .find(it => (it?.getOptionalString('host') ?? 'github.com') === host)
    ?.getOptionalString('organization');
}

function version({ body }: Answer): string {
  const { installed_version: installed } = (body ?? {}) as {
    installed_version?: string;
  };
  return installed ? ` Enterprise Server ${installed}` : '';
}

/** Source: https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/scopes-for-oauth-apps#checking-scopes */
function standing({ headers }: Answer, isFixed: boolean): TokenStanding {
  const scopes = headers['x-oauth-scopes'];
  const expiry = headers['github-authentication-token-expiration'];
  const held =
    typeof scopes === 'string' && scopes
      ? scopes.split(',').map(scope => scope.trim())
      : undefined;
  const missing = Object.entries(SCOPES)
    .filter(([, enough]) => held && !enough.some(scope => held.includes(scope)))
    .map(([scope]) => scope);
  return {
    state: 'valid',
    ...(isFixed && typeof expiry === 'string' && { validUntil: iso(expiry) }),
    ...(missing.length > 0 && { missing }),
  };
}

/** `2026-12-01 10:00:00 UTC` or `… +0100`. */
function iso(text: string): string | undefined {
  const time = new Date(text.replace(/ UTC$/, 'Z').replace(' ', 'T'));
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}
