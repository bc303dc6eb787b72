import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useEffect, useState } from 'react';

/** Entity reference of who is signed in; undefined until it is known. */
export function useUserRef(): string | undefined {
  const identityApi = useApi(identityApiRef);
  const [ref, setRef] = useState<string>();
  useEffect(() => {
    let gone = false;
    identityApi.getBackstageIdentity().then(({ userEntityRef }) => {
      if (!gone) setRef(userEntityRef);
    });
    return () => {
      gone = true;
    };
  }, [identityApi]);
  return ref;
}
