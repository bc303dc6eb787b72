import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { readPrometheusServers } from '@portico/plugin-prometheus-node';
import type { PrometheusSettings } from './PrometheusSettings';
import { readOwnQueries } from './readOwnQueries';

const PATH = 'health.prometheus';

/**
 * Reads `health.prometheus` and `health.environment`.
 *
 * @throws InputError that says which key is wrong
 */
export function readPrometheusSettings(config: Config): PrometheusSettings {
  const section = config.getOptionalConfig(PATH);
  const number = (key: string, otherwise: number) => {
    const value = section?.getOptionalNumber(key) ?? otherwise;
    if (value >= 0) return value;
    throw new InputError(`${PATH}.${key} can't be negative.`);
  };
  const servers = readPrometheusServers(config);
  return {
    ...servers,
    minimumErrors: number('minimumErrors', 10),
    limits: {
      errorRatio: number('limits.errorRatio', 0.05),
      failingErrorRatio: number('limits.failingErrorRatio', 0.5),
      saturation: number('limits.saturation', 0.9),
    },
    queries: readOwnQueries(section, servers.serviceLabel),
  };
}
