import type { Config } from '@backstage/config';
import { look } from '../http/look';
import type { Finding, Source, Vendor } from '../Source';

/** What Portico reads, and the right that this takes; https://developer.okta.com/docs/api/oauth2/ */
const READS = {
  '/api/v1/users?limit=1': 'okta.users.read',
  '/api/v1/groups?limit=1': 'okta.groups.read',
};

const usedFor = 'Sign-in, people and teams of the catalog, onboarding.';

/** Okta: the sync of people, the organisations that flows change, and sign-in. */
export const okta: Vendor = {
  kind: 'okta',
  title: 'Okta',
  usedFor,
  configKey: 'catalog.providers.okta',
  read: config => [
    ...catalogOrgs(config),
    ...flowOrgs(config),
    ...signIn(config),
  ],
};

function catalogOrgs(config: Config): Source[] {
  const providers = config.getOptionalConfig('catalog.providers.okta');
  return (providers?.keys() ?? []).map(name =>
    organization({
      id: `okta:catalog:${name}`,
      name,
      section: providers!.getConfig(name),
      usedFor: 'People and teams of the catalog.',
      configKey: `catalog.providers.okta.${name}`,
    }),
  );
}

function flowOrgs(config: Config): Source[] {
  return (config.getOptionalConfigArray('okta.orgs') ?? []).map(section =>
    organization({
      id: `okta:flows:${section.getString('name')}`,
      name: section.getString('name'),
      section,
      usedFor: 'Onboarding and off-boarding.',
      configKey: 'okta.orgs',
    }),
  );
}

function organization(options: {
  id: string;
  name: string;
  section: Config;
  usedFor: string;
  configKey: string;
}): Source {
  const { section, name, ...rest } = options;
  const url = section.getString('orgUrl').replace(/\/+$/, '');
  const headers = { authorization: `SSWS ${section.getString('token')}` };
  return {
    ...rest,
    kind: 'okta',
    title: 'Okta',
    instance: name,
    url,
    async check(signal) {
      const findings = await Promise.all(
        Object.keys(READS).map(path =>
          look(
            { url: `${url}${path}`, headers, signal },
            {
              configKey: options.configKey,
              hasToken: true,
              read: () => ({ answeredAs: 'Okta', token: { state: 'valid' } }),
            },
          ),
        ),
      );
      return together(findings);
    },
  };
}

/** Refused for one thing alone is a right that is missing. */
function together(findings: Finding[]): Finding {
  const rights = Object.values(READS);
  const missing = rights.filter(
    (_, index) => findings[index].token.state === 'refused',
  );
  const good = findings.find(({ token }) => token.state === 'valid');
  const unreachable = findings.find(({ reachable }) => !reachable);
  if (unreachable) return unreachable;
  if (!good || missing.length === 0) return findings[0];
  return { ...good, token: { state: 'valid', missing } };
}

function signIn(config: Config): Source[] {
  const environment =
    config.getOptionalString('auth.environment') ?? 'development';
  const configKey = `auth.providers.okta.${environment}`;
  const section = config.getOptionalConfig(configKey);
  const url = section?.getOptionalString('audience')?.replace(/\/+$/, '');
  if (!url) return [];
  const server = section?.getOptionalString('authServerId');
  const issuer = server ? `${url}/oauth2/${server}` : url;
  return [
    {
      id: 'okta:sign-in',
      kind: 'okta',
      title: 'Okta',
      instance: 'sign-in',
      url: issuer,
      usedFor: 'Sign-in.',
      configKey,
      check: signal =>
        look(
          { url: `${issuer}/.well-known/openid-configuration`, signal },
          {
            configKey,
            hasToken: false,
            read: () => ({ answeredAs: 'OpenID Connect' }),
          },
        ),
    },
  ];
}
