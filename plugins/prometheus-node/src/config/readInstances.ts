import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { PrometheusInstance } from './PrometheusInstance';

const PATH = 'health.prometheus.instances';

/** @throws InputError where two share a name, an address is none, or one has two ways to prove who asks */
export function readInstances(section?: Config): PrometheusInstance[] {
  const instances = (section?.getOptionalConfigArray('instances') ?? []).map(
    readInstance,
  );
  const names = instances.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new InputError(
      `${PATH} has two entries named '${twice}'; give each its own name.`,
    );
  }
  return instances;
}

function readInstance(config: Config): PrometheusInstance {
  const name = config.getString('name');
  const url = address(config, 'url', name) ?? config.getString('url');
  const headers = config.getOptional<Record<string, string>>('headers') ?? {};
  const authorization = credentials(config, name);
  return {
    name,
    url,
    externalUrl: address(config, 'externalUrl', name) ?? url,
    headers: { ...headers, ...(authorization && { authorization }) },
    timeoutSeconds: config.getOptionalNumber('timeoutSeconds') ?? 20,
    environment: config.getOptionalString('environment'),
  };
}

function credentials(config: Config, name: string): string | undefined {
  const token = config.getOptionalString('token');
  const username = config.getOptionalString('username');
  if (token !== undefined && username !== undefined) {
    throw new InputError(
      `${PATH}: '${name}' has a token and a username; keep one of them.`,
    );
  }
  if (token !== undefined) return `Bearer ${token}`;
  if (username === undefined) return undefined;
  const pair = `${username}:${config.getOptionalString('password') ?? ''}`;
  return `Basic ${Buffer.from(pair).toString('base64')}`;
}

function address(
  config: Config,
  key: string,
  name: string,
): string | undefined {
  const text = config.getOptionalString(key);
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.username) {
    throw new InputError(
      `${PATH}: ${key} of '${name}' is no address; write e.g. https://prometheus.internal, with credentials under their own keys.`,
    );
  }
  return text.replace(/\/+$/, '');
}
