import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readPrometheusSettings } from '../config/readPrometheusSettings';

/** Settings of one instance `main` at `url`. */
export function settingsFor(url: string, more: JsonObject = {}) {
  const prometheus = { instances: [{ name: 'main', url }], ...more };
  return readPrometheusSettings(new ConfigReader({ health: { prometheus } }));
}
