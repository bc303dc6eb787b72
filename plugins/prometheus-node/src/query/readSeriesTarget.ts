import type { PrometheusServers } from '../config/readPrometheusServers';
import type { Preset } from '../presets/Preset';
import type { Matcher } from '../selector/Matcher';
import { parseSelector } from '../selector/parseSelector';

/** Annotations of an entity that say where its series are. */
export const METRICS_ANNOTATIONS = {
  /** Names the instance that has them; the first one is asked about all others. */
  instance: 'portico/metrics-instance',
  /** Label matchers, e.g. `service="orders"`. */
  selector: 'portico/metrics-selector',
  /** How they are named, e.g. `otel`. */
  preset: 'portico/metrics-preset',
} as const;

const DEFAULT_PRESET = 'otel';

/** An entity, and how its series are found. */
export interface SeriesTarget {
  entityRef: string;
  /** Name of the entity: what own queries' labels hold where the selector does not say. */
  name: string;
  instance: string;
  preset: Preset;
  matchers: readonly Matcher[];
  /** Of its containers, where that differs: a mesh's labels are not those of cAdvisor. */
  resourceMatchers: readonly Matcher[];
  /** True where the entity itself names selector or preset: silence is then a gap, not nothing. */
  linked: boolean;
}

/** How an entity's series are found, or what is wrong with its annotations. */
export function readSeriesTarget(
  entity: {
    entityRef: string;
    name: string;
    annotations: Readonly<Record<string, string>>;
  },
  { instances, presets, serviceLabel }: PrometheusServers,
): SeriesTarget | { problem: string } {
  const { entityRef, name, annotations } = entity;
  const of = METRICS_ANNOTATIONS;
  const instance = annotations[of.instance] ?? instances[0]?.name;
  if (!instances.some(it => it.name === instance)) {
    return {
      problem: `${
        of.instance
      }: there is no Prometheus '${instance}'; configured: ${instances
        .map(it => it.name)
        .join(', ')}.`,
    };
  }

  const presetName = annotations[of.preset] ?? DEFAULT_PRESET;
  const preset = presets.get(presetName);
  if (!preset) {
    return {
      problem: `${of.preset}: there is no preset '${presetName}'; there are ${[
        ...presets.keys(),
      ].join(', ')}.`,
    };
  }

  const text = annotations[of.selector];
  const parsed = text === undefined ? undefined : parseSelector(text);
  if (parsed?.problem !== undefined) {
    return {
      problem: `${of.selector} ${parsed.problem}. Write e.g. service="${name}".`,
    };
  }
  const named = (label: string): Matcher[] => [
    { label, operator: '=', value: name },
  ];
  const own = parsed?.matchers;
  return {
    entityRef,
    name,
    instance,
    preset,
    matchers: own ?? named(preset.serviceLabel ?? serviceLabel),
    resourceMatchers: own ?? named(serviceLabel),
    linked: own !== undefined || annotations[of.preset] !== undefined,
  };
}
