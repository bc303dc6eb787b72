import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { PrometheusServers } from '@portico/plugin-prometheus-node';
import type { OwnUnit } from './OwnUnit';

const PATH = 'cost.prometheus.units';
export const REQUESTS = 'requests';

/** Whether `cost.unitCosts` divides by requests. */
export function wantsRequests(config: Config): boolean {
  return (config.getOptionalConfigArray('cost.unitCosts') ?? []).some(
    one => one.getOptionalString('unit') === REQUESTS,
  );
}

/**
 * All entries of `cost.prometheus.units`; none where there is no such section.
 *
 * @throws InputError where two count the same, or one names a Prometheus that there is not
 */
export function readUnits(
  config: Config,
  { instances, serviceLabel }: PrometheusServers,
): OwnUnit[] {
  const units = (config.getOptionalConfigArray(PATH) ?? []).map(section => {
    const unit = section.getString('unit');
    const instance =
      section.getOptionalString('instance') ?? instances[0]?.name;
    if (!instances.some(({ name }) => name === instance)) {
      throw new InputError(
        `${PATH}: '${unit}' is counted by Prometheus '${instance}', which is not under health.prometheus.instances.`,
      );
    }
    return {
      unit,
      instance,
      query: section.getString('query'),
      label: section.getOptionalString('label') ?? serviceLabel,
    };
  });
  const names = [REQUESTS, ...units.map(({ unit }) => unit)];
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice === undefined) return units;
  throw new InputError(
    `${PATH}: '${twice}' is counted twice${
      twice === REQUESTS ? ', since Portico counts it itself' : ''
    }; give one another name.`,
  );
}
