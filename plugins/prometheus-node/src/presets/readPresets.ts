import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { BUILT_IN_PRESETS } from './builtInPresets';
import type { Preset } from './Preset';
import { PresetReader } from './PresetReader';

const METRIC = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
const LABEL = /^[a-zA-Z_][a-zA-Z0-9_]*$/;

/**
 * The built-in presets and those of `health.prometheus.presets`, by name. An own one may replace a built-in one.
 *
 * @throws InputError that says which key is wrong
 */
export function readPresets(config?: Config): Map<string, Preset> {
  const presets = new Map(BUILT_IN_PRESETS.map(it => [it.name, it]));
  for (const name of config?.keys() ?? []) {
    const own = config!.getConfig(name);
    const base = own.getOptionalString('extends') ?? 'otel';
    const from = presets.get(base);
    if (!from) {
      throw new InputError(
        `health.prometheus.presets.${name}.extends: there is no preset '${base}' before it. Known: ${[
          ...presets.keys(),
        ].join(', ')}.`,
      );
    }
    const reader = new PresetReader(own, `health.prometheus.presets.${name}`);
    presets.set(name, {
      ...from,
      name,
      requests: reader.name('requests', METRIC) ?? from.requests,
      errors: reader.matchers('errors') ?? from.errors,
      buckets: reader.name('buckets', METRIC) ?? from.buckets,
      unitsPerSecond: reader.unit() ?? from.unitsPerSecond,
      matchers: reader.matchers('matchers') ?? from.matchers,
      serviceLabel: reader.name('serviceLabel', LABEL) ?? from.serviceLabel,
    });
  }
  return presets;
}
