import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import type { CostCatalog } from '../subjects/CostCatalog';

/** Words for kinds of entities, as people say them. */
const KIND_OF: Record<string, string> = {
  team: 'group',
  group: 'group',
  service: 'component',
  component: 'component',
  resource: 'resource',
  system: 'system',
  domain: 'domain',
};

/**
 * Finds out who is meant: by a reference, by kind and name (`team payments`), or by a name alone, if one entity has it.
 *
 * @throws InputError where several may be meant, NotFoundError where nobody is
 */
export function resolveEntity(catalog: CostCatalog, text: string): string {
  const said = text.trim();
  if (said.includes(':')) return existing(catalog, said, said);
  const [, word, rest] = /^(\w+)\s+(\S+)$/.exec(said) ?? [];
  const kind = word && KIND_OF[word.toLowerCase()];
  if (kind) return existing(catalog, `${kind}:${rest}`, said);
  const found = [...catalog.byRef.values()]
    .filter(({ name, title }) =>
      [name, title].some(it => it.toLowerCase() === said.toLowerCase()),
    )
    .map(({ ref }) => ref);
  if (found.length > 1) {
    throw new InputError(
      `'${said}' may be ${found.join(' or ')}. Say which is meant.`,
    );
  }
  if (!found.length) throw unknown(said);
  return found[0];
}

function existing(catalog: CostCatalog, ref: string, said: string): string {
  const full = stringifyEntityRef(
    parseEntityRef(ref, { defaultNamespace: 'default' }),
  );
  if (!catalog.byRef.has(full)) throw unknown(said);
  return full;
}

function unknown(said: string): Error {
  return new NotFoundError(
    `There is no '${said}' in the catalog. Name a component, resource, system, domain or group, e.g. component:default/orders or group:default/payments.`,
  );
}
