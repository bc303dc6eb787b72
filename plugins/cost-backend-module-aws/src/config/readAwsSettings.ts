import type { Config } from '@backstage/config';
import { readAwsAccess } from '@portico/plugin-aws-node';
import { readCount, readCounts, readNamed } from '@portico/plugin-cost-node';
import { parseGrouping } from '../plan/Grouping';
import type { AwsSettings } from './AwsSettings';

const PATH = 'cost.aws';

/**
 * All entries of `cost.aws`; none where there is no such section.
 *
 * @throws InputError where two share a name, or a value is none
 */
export function readAwsSettings(config: Config): AwsSettings[] {
  const tagKeys = config.getOptionalStringArray('cost.tagKeys') ?? ['service'];
  return readNamed(config, PATH, section => readOne(section, tagKeys));
}

function readOne(section: Config, tagKeys: string[]): AwsSettings {
  const counts = readCounts(section, PATH);
  const groupBy =
    section.getOptionalStringArray('groupBy') ??
    (counts === 'bill' ? tagKeys.map(key => `tag:${key}`) : []);
  return {
    name: section.getString('name'),
    ...readAwsAccess(section),
    billingAccountId: section.getOptionalString('billingAccountId'),
    counts,
    groupings: groupBy.map(parseGrouping),
    netOfDiscounts: section.getOptionalBoolean('netOfDiscounts') ?? false,
    restatedDays: readCount(section, PATH, 'restatedDays') ?? 5,
    requestsPerDay: readCount(section, PATH, 'requestsPerDay') ?? 500,
  };
}
