import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** How often a provider is asked, and how long it may take. */
export interface Pace {
  intervalSeconds: number;
  timeoutSeconds: number;
  /** So much later than its time a collection may begin, at random, that not all sources are asked at once. */
  jitterSeconds: number;
}

/** The section `health`, without those of the modules. */
export interface HealthConfig {
  /** Signals of this environment decide. */
  environment: string;
  /** Values of `spec.type`, in lower case. */
  ignoreTypes: string[];
  historyDays: number;
  /** By id of the provider. */
  paces: Map<string, Partial<Pace>>;
}

/** @throws InputError for a number that can't be meant */
export function readHealthConfig(config: Config): HealthConfig {
  const health = config.getOptionalConfig('health');
  const providers = health?.getOptionalConfig('providers');
  return {
    environment: health?.getOptionalString('environment') ?? 'production',
    ignoreTypes: (
      health?.getOptionalStringArray('ignoreTypes') ?? [
        'library',
        'documentation',
      ]
    ).map(type => type.toLowerCase()),
    historyDays: atLeast(health, 'historyDays', 1) ?? 90,
    paces: new Map(
      (providers?.keys() ?? []).map(id => {
        const provider = providers!.getConfig(id);
        return [
          id,
          {
            intervalSeconds: atLeast(provider, 'intervalSeconds', 5),
            timeoutSeconds: atLeast(provider, 'timeoutSeconds', 1),
            jitterSeconds: atLeast(provider, 'jitterSeconds', 0),
          },
        ];
      }),
    ),
  };
}

function atLeast(
  config: Config | undefined,
  key: string,
  least: number,
): number | undefined {
  const value = config?.getOptionalNumber(key);
  if (value !== undefined && value < least) {
    throw new InputError(
      `health: '${key}' is ${value}; it must be ${least} or more.`,
    );
  }
  return value;
}
