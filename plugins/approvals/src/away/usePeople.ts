import { stringifyEntityRef, type UserEntity } from '@backstage/catalog-model';
import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useEffect, useState } from 'react';

/** Somebody who could stand in. */
export interface Person {
  ref: string;
  name: string;
  /** Names of the groups. */
  teams: string;
}

/** So many are shown, of so many that are read. */
const MOST = 20;
const READ = 200;
const PAUSE_MS = 250;

const fields = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'spec.profile.displayName',
  'spec.memberOf',
  'relations',
];

function toPerson(entity: UserEntity): Person {
  const { profile, memberOf = [] } = entity.spec;
  return {
    ref: stringifyEntityRef(entity),
    name: profile?.displayName ?? entity.metadata.name,
    teams: memberOf.map(ref => ref.replace(/^.*[:/]/, '')).join(', '),
  };
}

/** Who shares more groups comes first: only who has the same right can stand in. */
function rank(people: UserEntity[], groups: string[]): UserEntity[] {
  const shared = ({ relations = [] }: UserEntity) =>
    relations.filter(({ targetRef }) => groups.includes(targetRef)).length;
  return [...people].sort((a, b) => shared(b) - shared(a));
}

/** People whose name fits the words; without words, those of the viewer's own groups. */
export function usePeople(words: string): { people: Person[]; error?: Error } {
  const catalogApi = useApi(catalogApiRef);
  const identityApi = useApi(identityApiRef);
  const [found, setFound] = useState<{ people: Person[]; error?: Error }>({
    people: [],
  });

  useEffect(() => {
    let gone = false;
    const search = async () => {
      const { userEntityRef, ownershipEntityRefs } =
        await identityApi.getBackstageIdentity();
      const groups = ownershipEntityRefs.filter(ref => ref !== userEntityRef);
      const { items } = await catalogApi.queryEntities({
        filter: words
          ? { kind: 'User' }
          : { kind: 'User', 'relations.memberOf': groups },
        fields,
        limit: READ,
        orderFields: { field: 'metadata.name', order: 'asc' },
        ...(words
          ? {
              fullTextFilter: {
                term: words,
                fields: ['metadata.name', 'spec.profile.displayName'],
              },
            }
          : {}),
      });
      return rank(items as UserEntity[], groups)
        .map(toPerson)
        .filter(({ ref }) => ref !== userEntityRef)
        .slice(0, MOST);
    };
    const timer = setTimeout(
      () =>
        search().then(
          people => !gone && setFound({ people }),
          error => !gone && setFound({ people: [], error }),
        ),
      words ? PAUSE_MS : 0,
    );
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [catalogApi, identityApi, words]);

  return found;
}
