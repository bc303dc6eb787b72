import {
  hasUnknown,
  isMap,
  knownPart,
  sameValue,
  UNKNOWN,
  type Known,
  type Value,
  type ValueMap,
} from '../hcl/Value';
import type { ChangeAction, PlannedChange, StateResource } from '../types';
import type { Expansion } from './expandInstances';
import { blockWords, type ResourceBlock } from './ModuleBlocks';
import type { ModuleInstance, Phase } from './ModuleInstance';
import type { Body } from './parseDirectory';
import { planDependencies } from './planModule';
import { ResourceInstance } from './ResourceInstance';
import {
  computedAttributes,
  dataAttributes,
  forcesReplacement,
  recomputedAttributes,
  refusal,
  sensitiveAttributes,
} from './resourceTypes';

const META = [
  'count',
  'for_each',
  'provider',
  'providers',
  'depends_on',
  'lifecycle',
  'provisioner',
  'connection',
  'dynamic',
  '//',
];

/** Decides what happens to one resource instance. */
export function planInstance(options: {
  module: ModuleInstance;
  block: ResourceBlock;
  expansion: Expansion;
  prior?: StateResource;
  /** What generated values derive from. */
  seed: string;
  /** Set apart a replacement from what it replaces. */
  generation: number;
}): { instance: ResourceInstance; change: PlannedChange } {
  const { module, block, expansion, prior, generation } = options;
  const { mode, type, name, body } = block;
  planDependencies(module, body);
  const address = `${module.path ? `${module.path}.` : ''}${
    mode === 'data' ? 'data.' : ''
  }${type}.${name}${expansion.suffix}`;
  const sensitive = new Set([
    ...sensitiveAttributes(type),
    ...(prior?.sensitive ?? []),
  ]);
  const configure = (phase: Phase) =>
    readBody({ module, block, expansion, phase, sensitive });
  const planned = configure('plan');
  const configured = configure('final') as Record<string, Known>;
  const ignored = ignoredAttributes(body);

  const removed = (prior?.configured ?? []).filter(key => !(key in planned));
  const changed = prior
    ? [
        ...Object.keys(planned).filter(
          key => !sameValue(planned[key], prior.attributes[key] ?? null),
        ),
        ...removed,
      ].filter(key => !ignored.includes(key) && !ignored.includes('all'))
    : [];
  const replaceBecause = changed.filter(key => forcesReplacement(type, key));

  let action: ChangeAction = 'no-op';
  if (mode === 'data') action = 'read';
  else if (!prior) action = 'create';
  else if (replaceBecause.length > 0) action = 'replace';
  else if (changed.length > 0) action = 'update';

  const seed = `${options.seed}/${address}${
    action === 'replace' ? `#${generation}` : ''
  }`;
  const { after, final } = attributesAfter({
    action,
    type,
    planned,
    configured,
    prior,
    removed,
    seed,
  });
  const unknown = Object.keys(final).filter(
    key => after[key] === UNKNOWN || !(key in after),
  );
  for (const key of unknown) after[key] = UNKNOWN;

  const shared = {
    address,
    module: module.path || undefined,
    mode,
    type,
    name,
    index: expansion.index,
  };
  const secrets = [...sensitive].filter(
    key => key in final || key in (prior?.attributes ?? {}),
  );
  return {
    instance: new ResourceInstance({
      address,
      type,
      index: expansion.index,
      action,
      sensitive,
      prior,
      seed,
      planned: after,
      final,
    }),
    change: {
      ...shared,
      action,
      before: prior?.attributes,
      after: knownPart(after) as Record<string, Known>,
      unknown: Object.keys(after).filter(key => hasUnknown(after[key])),
      sensitive: secrets,
      replaceBecause,
      result: {
        ...shared,
        attributes: final,
        configured: Object.keys(configured),
        sensitive: secrets,
      },
      failure:
        action === 'no-op' || action === 'read'
          ? undefined
          : refusal(type, final),
    },
  };
}

function attributesAfter(options: {
  action: ChangeAction;
  type: string;
  planned: ValueMap;
  configured: Record<string, Known>;
  prior?: StateResource;
  removed: string[];
  seed: string;
}): { after: ValueMap; final: Record<string, Known> } {
  const { action, type, planned, configured, prior, removed, seed } = options;
  if (action === 'read') {
    const data = { ...dataAttributes(type, configured, seed), ...configured };
    return {
      after: hasUnknown(planned) ? { ...planned } : { ...data },
      final: data,
    };
  }
  if (action === 'no-op')
    return { after: { ...prior!.attributes }, final: prior!.attributes };
  const computed = computedAttributes(type, configured, seed);
  if (action === 'update') {
    const kept = Object.fromEntries(
      Object.entries(prior!.attributes).filter(
        ([key]) => !removed.includes(key),
      ),
    );
    const anew = recomputedAttributes(type).filter(key => key in computed);
    return {
      after: {
        ...kept,
        ...planned,
        ...Object.fromEntries(anew.map(key => [key, UNKNOWN])),
      },
      final: {
        ...kept,
        ...configured,
        ...Object.fromEntries(anew.map(key => [key, computed[key]])),
      },
    };
  }
  return { after: { ...planned }, final: { ...computed, ...configured } };
}

function readBody(options: {
  module: ModuleInstance;
  block: ResourceBlock;
  expansion: Expansion;
  phase: Phase;
  sensitive: Set<string>;
}): ValueMap {
  const { module, block, expansion, phase, sensitive } = options;
  const place = { block: blockWords(block), names: expansion.names };
  const values: ValueMap = {};
  for (const [key, source] of Object.entries(block.body)) {
    if (META.includes(key) || source === null) continue;
    const result = module.evaluate(source, phase, place);
    if (result.value === null) continue;
    if (result.sensitive) sensitive.add(key);
    values[key] = result.value;
  }
  const dynamic = block.body.dynamic;
  for (const [label, bodies] of Object.entries(isMap(dynamic) ? dynamic : {})) {
    const blocks = (Array.isArray(bodies) ? bodies : []).filter(
      isMap,
    ) as Body[];
    const made = blocks.flatMap(inner =>
      readDynamic(module, inner, label, phase, place),
    );
    const existing = values[label];
    values[label] = [...(Array.isArray(existing) ? existing : []), ...made];
  }
  return values;
}

function readDynamic(
  module: ModuleInstance,
  body: Body,
  label: string,
  phase: Phase,
  place: { block: string[]; names: ValueMap },
): Value[] {
  const collection = module.evaluate(body.for_each ?? [], phase, place).value;
  if (collection === UNKNOWN) return [UNKNOWN];
  const entries: [Value, Value][] = Array.isArray(collection)
    ? collection.map((value, index) => [
        typeof value === 'string' ? value : index,
        value,
      ])
    : Object.entries(isMap(collection) ? collection : {});
  const iterator = String(body.iterator ?? label).replace(/^\$\{|\}$/g, '');
  const [content] = Array.isArray(body.content) ? body.content : [{}];
  return entries.map(
    ([key, value]) =>
      module.evaluate(content, phase, {
        block: place.block,
        names: { ...place.names, [iterator]: { key, value } },
      }).value,
  );
}

function ignoredAttributes(body: Body): string[] {
  const [lifecycle] = Array.isArray(body.lifecycle) ? body.lifecycle : [];
  const ignored = isMap(lifecycle) ? lifecycle.ignore_changes : undefined;
  return (Array.isArray(ignored) ? ignored : [ignored ?? '']).map(entry =>
    String(entry).replace(/^\$\{|\}$/g, ''),
  );
}
