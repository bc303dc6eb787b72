import type { Entity } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';
import { VARIABLES } from '@portico/plugin-grafana-common';

/** Value of a variable, as an entity would have it; undefined if it has none. */
export type Presets = (variable: string) => string | undefined;

/** By name of a variable, e.g. `team: ${spec.owner}`. */
export type PresetTemplates = Readonly<Record<string, string>>;

/** Usual names of variables, and what an entity has for them. */
const USUAL: PresetTemplates = {
  ...Object.fromEntries(
    'service,service_name,app,application,component,workload,deployment,job'
      .split(',')
      .map(name => [name, '${metadata.name}']),
  ),
  namespace: '${metadata.annotations["backstage.io/kubernetes-namespace"]}',
};

/** Reads `grafana.presets`. */
export function readPresets(config: Config): PresetTemplates {
  const presets = config.getOptionalConfig('grafana.presets');
  return Object.fromEntries(
    (presets?.keys() ?? []).map(name => [name, presets!.getString(name)]),
  );
}

/**
 * What an entity gives variables: its annotation `grafana/variables` before the config, that before the labels of
 * `portico/metrics-selector`, those before what variables are usually called.
 */
export function presetsOf(entity: Entity, templates: PresetTemplates): Presets {
  const { annotations = {} } = entity.metadata;
  const own = pairsIn(annotations[VARIABLES]);
  const labels = pairsIn(annotations['portico/metrics-selector']);
  return variable => {
    const name = variable.toLowerCase();
    return (
      own.get(variable) ??
      fillOwn(templates, variable, entity) ??
      labels.get(variable) ??
      labels.get(name) ??
      fillOwn(USUAL, name, entity)
    );
  };
}

/** `service=orders, region="eu"`. */
function pairsIn(text = ''): Map<string, string> {
  const pairs = text.matchAll(/([\w.-]+)\s*=\s*(?:"([^"]*)"|([^,"~\s][^,]*))/g);
  return new Map(
    [...pairs].map(([, name, quoted, plain]) => [name, quoted ?? plain.trim()]),
  );
}

function fillOwn(
  templates: PresetTemplates,
  name: string,
  entity: Entity,
): string | undefined {
  return Object.hasOwn(templates, name)
    ? fill(templates[name], entity)
    : undefined;
}

/** `${a.b}` and `${a["b"]}` are facts of the entity; undefined where it lacks one. */
function fill(template: string, entity: Entity): string | undefined {
  let lacking = false;
  const filled = template.replace(/\$\{([^}]+)\}/g, (_, path: string) => {
    const steps = [...path.matchAll(/\["([^"]+)"\]|([^.[\]]+)/g)].map(
      ([, quoted, plain]) => quoted ?? plain,
    );
    const fact = steps.reduce<unknown>(
      (at, step) =>
        typeof at === 'object' && at !== null && Object.hasOwn(at, step)
          ? (at as Record<string, unknown>)[step]
          : undefined,
      entity,
    );
    if (typeof fact !== 'string') lacking = true;
    return String(fact);
  });
  return lacking ? undefined : filled;
}
