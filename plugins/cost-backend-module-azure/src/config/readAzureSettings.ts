import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { readCount, readCounts, readNamed } from '@portico/plugin-cost-node';
import type { AzureAccess, AzureSettings } from './AzureSettings';

const PATH = 'cost.azure';
const SCOPE =
  /^\/(?:subscriptions|providers\/Microsoft\.(?:Management|Billing)\/[A-Za-z]+)\/[^/?#]+(?:\/[^/?#]+)*$/;

/**
 * All entries of `cost.azure`; none where there is no such section.
 *
 * @throws InputError where two share a name, or a value is none
 */
export function readAzureSettings(config: Config): AzureSettings[] {
  const [tag = 'service'] = config.getOptionalStringArray('cost.tagKeys') ?? [];
  return readNamed(config, PATH, section => {
    const name = section.getString('name');
    const scope = section.getString('scope').replace(/\/+$/, '');
    if (!SCOPE.test(scope)) {
      throw new InputError(
        `${PATH}: scope of '${name}' is '${scope}'; write e.g. /subscriptions/<id> or /providers/Microsoft.Billing/billingAccounts/<id>.`,
      );
    }
    return {
      name,
      scope,
      endpoint: (
        section.getOptionalString('endpoint') ?? 'https://management.azure.com'
      ).replace(/\/+$/, ''),
      access: readAccess(section, name),
      billingAccountId:
        section.getOptionalString('billingAccountId') ??
        scope.split('/').slice(-1)[0],
      counts: readCounts(section, PATH),
      tag: section.getOptionalString('tag') ?? tag,
      restatedDays: readCount(section, PATH, 'restatedDays') ?? 5,
    };
  });
}

function readAccess(section: Config, name: string): AzureAccess {
  const token = section.getOptionalString('token');
  const clientId = section.getOptionalString('clientId');
  const authorityHost = section.getOptionalString('authorityHost');
  if (token !== undefined && clientId !== undefined) {
    throw new InputError(
      `${PATH}: '${name}' has a token and a clientId; keep one of them.`,
    );
  }
  if (token !== undefined) return { kind: 'token', token };
  if (clientId === undefined) return { kind: 'ambient', authorityHost };
  return {
    kind: 'app',
    tenantId: section.getString('tenantId'),
    clientId,
    clientSecret: section.getString('clientSecret'),
    authorityHost,
  };
}
