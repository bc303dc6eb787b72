import { parseEntityRef } from '@backstage/catalog-model';
import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import useAsync from 'react-use/esm/useAsync';

/** Who is signed in. */
export interface Person {
  name: string;
  /** First name, for greetings. */
  firstName: string;
  /** Up to two letters for the face. */
  initials: string;
  /** Their job as the catalog has it, e.g. `Senior Software Engineer`. */
  job?: string;
  /** Names of their groups, e.g. `commerce`; empty if the catalog does not know them yet. */
  groups: string[];
  entityRef: string;
}

/** The signed-in person, by the catalog's words where it knows them. */
export function usePerson(): Person | undefined {
  const identityApi = useApi(identityApiRef);
  const catalogApi = useApi(catalogApiRef);
  const { value } = useAsync(async () => {
    const [{ userEntityRef }, profile] = await Promise.all([
      identityApi.getBackstageIdentity(),
      identityApi.getProfileInfo(),
    ]);
    const entity = await catalogApi
      .getEntityByRef(userEntityRef)
      .catch(() => undefined);
    const shown = entity?.spec?.profile as { displayName?: string } | undefined;
    const name =
      shown?.displayName ??
      profile.displayName ??
      parseEntityRef(userEntityRef).name;
    const parts = name.split(/\s+/);
    return {
      name,
      firstName: parts[0],
      initials: parts
        .slice(0, 2)
        .map(part => part.charAt(0).toUpperCase())
        .join(''),
      job: entity?.metadata.description,
      groups: (entity?.relations ?? [])
        .filter(relation => relation.type === 'memberOf')
        .map(relation => parseEntityRef(relation.targetRef).name),
      entityRef: userEntityRef,
    };
  }, [identityApi, catalogApi]);
  return value;
}
