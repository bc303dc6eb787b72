import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

const PATH = 'grafana.instances';

/** One Grafana, as configured under `grafana.instances`. */
export interface GrafanaInstance {
  name: string;
  /** Where the backend reaches it; no trailing slash. */
  url: string;
  /** Where people open it; no trailing slash. */
  externalUrl: string;
  /** Of a service account; secret. */
  token: string;
  orgId?: number;
  /** `grafana`, or the uid of a data source. */
  alertmanager: string;
}

/**
 * Reads `grafana.instances`; empty if the section is absent.
 *
 * @throws InputError that says which key is wrong
 */
export function readGrafanaInstances(config: Config): GrafanaInstance[] {
  const entries = config.getOptionalConfigArray(PATH) ?? [];
  const instances = entries.map(readInstance);
  const names = instances.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) {
    throw new InputError(
      `${PATH} has two entries named '${twice}'; give each its own name.`,
    );
  }
  return instances;
}

function readInstance(config: Config): GrafanaInstance {
  const name = config.getString('name');
  const url = readAddress(name, 'url', config.getString('url'));
  const externalUrl = config.getOptionalString('externalUrl');
  return {
    name,
    url,
    externalUrl: externalUrl
      ? readAddress(name, 'externalUrl', externalUrl)
      : url,
    token: config.getString('token'),
    orgId: config.getOptionalNumber('orgId'),
    alertmanager: config.getOptionalString('alertmanager') ?? 'grafana',
  };
}

function readAddress(name: string, key: string, text: string): string {
  if (!/^https?:\/\/[^@/]+/.test(text) || !URL.canParse(text)) {
    throw new InputError(
      `${PATH}: ${key} of '${name}' is no address; write e.g. https://grafana.internal.`,
    );
  }
  return text.replace(/\/+$/, '');
}
