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

const MOST = 20;
const PAUSE_MS = 250;

const fields = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'spec.profile.displayName',
  'spec.memberOf',
];

function toPerson(entity: UserEntity): Person {
  const { profile, memberOf = [] } = entity.spec;
  return {
    ref: stringifyEntityRef(entity),
    name: profile?.displayName ?? entity.metadata.name,
    teams: memberOf.map(ref => ref.replace(/^.*[:/]/, '')).join(', '),
  };
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
        limit: MOST,
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
      return (items as UserEntity[])
        .map(toPerson)
        .filter(({ ref }) => ref !== userEntityRef);
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
