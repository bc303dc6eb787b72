import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** One Argo CD server, as configured under `argocd.instances`. */
export interface ArgocdInstance {
  name: string;
  /** Where the backend reaches it; no trailing slash. */
  baseUrl: string;
  token: string;
  /** Where people open it; no trailing slash. */
  frontendUrl: string;
  isDefault: boolean;
}

/**
 * Reads `argocd.instances`; empty if the section is absent. Exactly one instance is the default.
 *
 * @throws InputError where two instances share a name, or more than one is the default
 */
export function readArgocdInstances(config: Config): ArgocdInstance[] {
  const entries = config.getOptionalConfigArray('argocd.instances') ?? [];
  const chosen = entries.filter(entry => entry.getOptionalBoolean('default'));
  if (chosen.length > 1) {
    throw new InputError(
      `Only one of argocd.instances can be the default, not ${chosen
        .map(entry => entry.getString('name'))
        .join(' and ')}.`,
    );
  }
  const [defaultEntry] = chosen.length ? chosen : entries;
  const instances = entries.map(entry => {
    const baseUrl = withoutSlash(entry.getString('baseUrl'));
    return {
      name: entry.getString('name'),
      baseUrl,
      token: entry.getString('token'),
      frontendUrl: withoutSlash(
        entry.getOptionalString('frontendUrl') ?? baseUrl,
      ),
      isDefault: entry === defaultEntry,
    };
  });
  const names = instances.map(instance => instance.name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) {
    throw new InputError(
      `argocd.instances has two entries named '${twice}'; give each its own name.`,
    );
  }
  return instances;
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '');
}
