import type { GoldenPath } from '@portico/plugin-delivery-common';
import type { ComponentFacts } from '../store/types';

/** How many services and teams follow a template, and who follows an older version. */
export function goldenPathOf(components: ComponentFacts[]): GoldenPath {
  const following = components.filter(({ template }) => template);
  const ownersOf = (list: ComponentFacts[]) =>
    new Set(list.flatMap(({ owner }) => owner ?? [])).size;
  return {
    services: { n: components.length, count: following.length },
    teams: { n: ownersOf(components), count: ownersOf(following) },
    behind: following
      .flatMap(({ entityRef, title, template }) =>
        template?.newest && template.newest !== template.version
          ? [
              {
                entityRef,
                title,
                template: template.name,
                version: template.version,
                newest: template.newest,
              },
            ]
          : [],
      )
      .sort((a, b) => a.title.localeCompare(b.title)),
  };
}
