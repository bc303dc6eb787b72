import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { readCount, readNamed } from '@portico/plugin-cost-node';
import type { OpenCostSettings } from './OpenCostSettings';

const PATH = 'cost.opencost';

/**
 * All entries of `cost.opencost`; none where there is no such section.
 *
 * @throws InputError where two share a name or a cluster, or a value is none
 */
export function readOpenCostSettings(config: Config): OpenCostSettings[] {
  const [service = 'service'] =
    config.getOptionalStringArray('cost.tagKeys') ?? [];
  const tags = {
    service,
    environment:
      config.getOptionalString('cost.environmentTag') ?? 'environment',
  };
  const currency = config.getOptionalString('cost.currency') ?? 'USD';
  return readNamed(config, PATH, section => {
    const name = section.getString('name');
    const serviceLabel = section.getOptionalString('serviceLabel') ?? 'app';
    const environmentLabel =
      section.getOptionalString('environmentLabel') ?? 'environment';
    const token = section.getOptionalString('token');
    return {
      name,
      url: readUrl(section, name),
      cluster: section.getOptionalString('cluster') ?? name,
      counts: readCounts(section, name),
      currency: section.getOptionalString('currency') ?? currency,
      serviceLabel,
      environmentLabel,
      environment: section.getOptionalString('environment'),
      labels: [
        ...new Set([
          serviceLabel,
          environmentLabel,
          ...(section.getOptionalStringArray('labels') ?? []),
        ]),
      ],
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...section.getOptional<Record<string, string>>('headers'),
      },
      timeoutSeconds: readCount(section, PATH, 'timeoutSeconds') ?? 60,
      restatedDays: readCount(section, PATH, 'restatedDays') ?? 2,
      tags,
    };
  });
}

function readUrl(section: Config, name: string): string {
  const text = section.getString('url');
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && ['http:', 'https:'].includes(url.protocol) && !url.username) {
    return text.replace(/\/+$/, '');
  }
  throw new InputError(
    `${PATH}: url of '${name}' is no address; write e.g. https://opencost.internal, with credentials under their own keys.`,
  );
}

function readCounts(section: Config, name: string): 'split' | 'estimate' {
  const text = section.getOptionalString('counts') ?? 'split';
  if (text === 'split' || text === 'estimate') return text;
  throw new InputError(
    `${PATH}: counts of '${name}' is '${text}'; it is split or estimate.`,
  );
}
