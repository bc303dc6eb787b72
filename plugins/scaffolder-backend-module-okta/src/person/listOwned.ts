import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { titleOf, type People } from './People';

/** Something that has to be handed over. */
export interface Owned {
  entityRef: string;
  kind: string;
  title: string;
  /** Path in the portal. */
  path: string;
  /** The group through which they own it, if they are its only member. */
  through?: string;
  /** Who it should go to; empty if nobody is proposed. */
  to: string;
}

/**
 * What a person owns directly, the groups in which nobody else is, and what those own.
 *
 * @param proposal who takes over where nothing better is known
 */
export async function listOwned(
  people: People,
  userRef: string,
  proposal: string,
): Promise<Owned[]> {
  const groups = (await people.groupsOf(userRef)).filter(
    group =>
      (group.relations ?? []).filter(({ type }) => type === 'hasMember')
        .length === 1,
  );
  // A group of which they are the last member is nobody to hand over to.
  const empty = groups.map(group => stringifyEntityRef(group));
  const to = empty.includes(proposal) ? '' : proposal;
  const owned = (await people.ownedBy(userRef)).map(one => describe(one, to));
  for (const group of groups) {
    owned.push(describe(group, to));
    const ref = stringifyEntityRef(group);
    for (const entity of await people.ownedBy(ref)) {
      owned.push({ ...describe(entity, to), through: titleOf(group) });
    }
  }
  return owned;
}

function describe(entity: Entity, to: string): Owned {
  const { kind, metadata } = entity;
  const { name, namespace = 'default' } = metadata;
  return {
    entityRef: stringifyEntityRef(entity),
    kind,
    title: titleOf(entity),
    path: `/catalog/${namespace}/${kind.toLowerCase()}/${name}`,
    to,
  };
}

/** The same as Markdown, for the task's page and for comments. */
export function describeOwned(owned: Owned[], who: string): string {
  if (owned.length === 0)
    return `${who} owns nothing that has to be handed over.`;
  const lines = owned.map(({ kind, title, path, through, to }) =>
    [
      `- ${kind} [${title}](${path})`,
      through ? `, through ${through}, of which nobody else is a member` : '',
      to ? `: hand over to ${to}` : ': nobody to hand it over to is known',
    ].join(''),
  );
  return [`To be handed over by ${who}:`, '', ...lines].join('\n');
}
