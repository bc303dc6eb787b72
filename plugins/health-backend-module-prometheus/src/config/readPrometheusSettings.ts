import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { readPresets } from '../presets/readPresets';
import type { PrometheusSettings } from './PrometheusSettings';
import { readInstances } from './readInstances';
import { readOwnQueries } from './readOwnQueries';

const PATH = 'health.prometheus';
const LABEL = /^[a-zA-Z_][a-zA-Z0-9_]*$/;

/**
 * Reads `health.prometheus` and `health.environment`.
 *
 * @throws InputError that says which key is wrong
 */
export function readPrometheusSettings(config: Config): PrometheusSettings {
  const section = config.getOptionalConfig(PATH);
  const label = (key: string, otherwise: string) => {
    const name = section?.getOptionalString(key) ?? otherwise;
    if (LABEL.test(name)) return name;
    throw new InputError(`${PATH}.${key}: '${name}' is no label's name.`);
  };
  const number = (key: string, otherwise: number) => {
    const value = section?.getOptionalNumber(key) ?? otherwise;
    if (value >= 0) return value;
    throw new InputError(`${PATH}.${key} can't be negative.`);
  };
  const serviceLabel = label('serviceLabel', 'service');
  return {
    instances: readInstances(section),
    environment: config.getOptionalString('health.environment') ?? 'production',
    environmentLabel: label('environmentLabel', 'environment'),
    serviceLabel,
    minimumErrors: number('minimumErrors', 10),
    limits: {
      errorRatio: number('limits.errorRatio', 0.05),
      failingErrorRatio: number('limits.failingErrorRatio', 0.5),
      saturation: number('limits.saturation', 0.9),
    },
    presets: readPresets(section?.getOptionalConfig('presets')),
    queries: readOwnQueries(section, serviceLabel),
  };
}
