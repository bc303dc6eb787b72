import { Visit } from '@backstage/plugin-home';
import { parseEntityRef } from '@backstage/catalog-model';
import type { IconName } from '@portico/ui';

/** A visited page in a list: what it is called, what it is, where. */
export interface VisitRow {
  id: string;
  name: string;
  what: string;
  icon: IconName;
  to: string;
}

const entityIcons: Record<string, IconName> = {
  api: 'api',
  group: 'people',
  user: 'user',
  resource: 'db',
  template: 'plus',
};

function toRow(visit: Visit): Omit<VisitRow, 'id'> | undefined {
  if (visit.entityRef) {
    const { kind, name, namespace } = parseEntityRef(visit.entityRef);
    return {
      name,
      what: kind,
      icon: entityIcons[kind] ?? 'catalog',
      to: `/catalog/${namespace}/${kind}/${name}`,
    };
  }
  const docs = /^\/docs\/[^/]+\/[^/]+\/([^/]+)/.exec(visit.pathname);
  return docs
    ? { name: docs[1], what: 'docs', icon: 'book', to: docs[0] }
    : undefined;
}

/** The pages of `visits` that lead to an entity or its documents, in their order, each once. */
export function visitRows(visits: Visit[], limit: number): VisitRow[] {
  const rows = new Map<string, VisitRow>();
  for (const visit of visits) {
    const row = toRow(visit);
    if (row && !rows.has(row.to)) {
      rows.set(row.to, { ...row, id: row.to });
    }
  }
  return [...rows.values()].slice(0, limit);
}
