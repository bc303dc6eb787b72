import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { Preset } from '../presets/Preset';
import { readPresets } from '../presets/readPresets';
import type { PrometheusInstance } from './PrometheusInstance';
import { readInstances } from './readInstances';

const PATH = 'health.prometheus';
const LABEL = /^[a-zA-Z_][a-zA-Z0-9_]*$/;

/** What all who ask Prometheus need to know of `health.prometheus`, with defaults. */
export interface PrometheusServers {
  /** Empty where the section is absent. */
  instances: readonly PrometheusInstance[];
  /** The one that decides: `health.environment`. */
  environment: string;
  environmentLabel: string;
  serviceLabel: string;
  presets: ReadonlyMap<string, Preset>;
}

/**
 * Reads `health.prometheus` and `health.environment`.
 *
 * @throws InputError that says which key is wrong
 */
export function readPrometheusServers(config: Config): PrometheusServers {
  const section = config.getOptionalConfig(PATH);
  const label = (key: string, otherwise: string) => {
    const name = section?.getOptionalString(key) ?? otherwise;
    if (LABEL.test(name)) return name;
    throw new InputError(`${PATH}.${key}: '${name}' is no label's name.`);
  };
  return {
    instances: readInstances(section),
    environment: config.getOptionalString('health.environment') ?? 'production',
    environmentLabel: label('environmentLabel', 'environment'),
    serviceLabel: label('serviceLabel', 'service'),
    presets: readPresets(section?.getOptionalConfig('presets')),
  };
}
