import {
  parseEntityRef,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import type { ComponentFacts } from '../store/types';

/** Says what a component was made from, e.g. `new-service/nodejs@1.0`. */
const TEMPLATE_ANNOTATION = 'portico/template';
/** Says which version a template has. */
const VERSION_ANNOTATION = 'portico/template-version';

/** A component that runs, with what figures need of it. */
export interface Counted {
  entity: Entity;
  facts: ComponentFacts;
}

/** The components that count, of all components and templates of the catalog. */
export function componentsOf(
  entities: Entity[],
  ignoreTypes: string[],
): Counted[] {
  const versions = new Map(
    entities
      .filter(({ kind }) => kind === 'Template')
      .map(({ metadata }) => [
        metadata.name,
        metadata.annotations?.[VERSION_ANNOTATION],
      ]),
  );
  return entities
    .filter(entity => entity.kind === 'Component' && runs(entity, ignoreTypes))
    .map(entity => ({ entity, facts: factsOf(entity, versions) }));
}

function runs({ spec }: Entity, ignoreTypes: string[]): boolean {
  const type = String(spec?.type ?? '').toLowerCase();
  return !ignoreTypes.includes(type);
}

function factsOf(
  entity: Entity,
  versions: Map<string, string | undefined>,
): ComponentFacts {
  const { annotations = {}, name, title = name } = entity.metadata;
  const owner = related(entity, RELATION_OWNED_BY);
  const system = related(entity, RELATION_PART_OF, 'system');
  const template = templateOf(annotations[TEMPLATE_ANNOTATION]);
  const newest = template && versions.get(template.template);
  return {
    entityRef: stringifyEntityRef(entity),
    title,
    ...(owner && { owner }),
    ...(system && { system }),
    ...(template && {
      template: {
        name: template.name,
        version: template.version,
        ...(newest && { newest }),
      },
    }),
  };
}

function related(entity: Entity, type: string, kind?: string) {
  return entity.relations?.find(
    relation =>
      relation.type === type &&
      (!kind || parseEntityRef(relation.targetRef).kind === kind),
  )?.targetRef;
}

/** `new-service/nodejs@1.0`: the template, its variant, and the version. */
function templateOf(text = '') {
  const [, name, template, version] =
    /^(([^/@]+)(?:\/[^@]+)?)@(.+)$/.exec(text) ?? [];
  return name ? { name, template, version } : undefined;
}
