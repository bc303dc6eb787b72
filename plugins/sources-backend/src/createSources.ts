import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { UnusedSource } from '@portico/plugin-sources-common';
import { argocd } from './checks/argocd';
import { aws, awsCostExplorer } from './checks/aws';
import { azure } from './checks/azure';
import { email } from './checks/email';
import { focus } from './checks/focus';
import { github } from './checks/github';
import { grafana } from './checks/grafana';
import { kubernetes } from './checks/kubernetes';
import { alertmanager, prometheus } from './checks/monitoring';
import { okta } from './checks/okta';
import { opencost } from './checks/opencost';
import { pagerduty } from './checks/pagerduty';
import { terraform } from './checks/terraform';
import type { Source, Vendor } from './Source';

/** In the order in which the page shows them. */
const VENDORS: Vendor[] = [
  github,
  okta,
  aws,
  terraform,
  argocd,
  kubernetes,
  prometheus,
  alertmanager,
  grafana,
  pagerduty,
  focus,
  awsCostExplorer,
  azure,
  opencost,
  email,
];

/**
 * Everything that the config connects Portico to, and what it could be connected to besides.
 *
 * @throws InputError where a section can't be read, with its name
 */
export function createSources(config: Config): {
  sources: Source[];
  unused: UnusedSource[];
} {
  const sources: Source[] = [];
  const unused: UnusedSource[] = [];
  for (const { read, ...vendor } of VENDORS) {
    let found: Source[];
    try {
      found = read(config);
    } catch (error) {
      throw new InputError(
        `${vendor.title} can't be read from the config: ${
          (error as Error).message
        }`,
        error,
      );
    }
    sources.push(...found);
    if (found.length === 0) unused.push(vendor);
  }
  return { sources, unused };
}
