import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { readAwsAccess } from '@portico/plugin-aws-node';
import { readCount, readCounts, readNamed } from '@portico/plugin-cost-node';
import { isAbsolute } from 'node:path';
import type { FocusLocation, FocusSettings } from './FocusSettings';

const PATH = 'cost.focus';

/**
 * All entries of `cost.focus`; none where there is no such section.
 *
 * @throws InputError where two share a name, or a value is none
 */
export function readFocusSettings(config: Config): FocusSettings[] {
  return readNamed(config, PATH, section => {
    const name = section.getString('name');
    return {
      name,
      title: section.getOptionalString('title') ?? name,
      from: readLocation(section, name),
      counts: readCounts(section, PATH),
      restatedDays: readCount(section, PATH, 'restatedDays') ?? 35,
      tags: section.getOptional<Record<string, string>>('tags') ?? {},
    };
  });
}

function readLocation(section: Config, name: string): FocusLocation {
  const from = section.getString('from');
  const [, bucket, prefix = ''] =
    /^s3:\/\/([^/]+)(?:\/(.*))?$/.exec(from) ?? [];
  if (bucket)
    return { kind: 's3', bucket, prefix, access: readAwsAccess(section) };
  if (isAbsolute(from)) return { kind: 'disk', path: from };
  const url = URL.canParse(from) ? new URL(from) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.username) {
    throw new InputError(
      `${PATH}: from of '${name}' is '${from}'; write s3://bucket/prefix, a path that begins with /, or https://….`,
    );
  }
  if (url.search) {
    throw new InputError(
      `${PATH}: from of '${name}' has a query; write it under ${PATH}[].query, where it is kept secret.`,
    );
  }
  return {
    kind: 'https',
    url: from,
    query: section.getOptionalString('query')?.replace(/^\?/, ''),
    headers: section.getOptional<Record<string, string>>('headers'),
  };
}
