import { JsonApi } from '../json';
import { groupOperations } from './groupOperations';
import type { IdentityStore } from './IdentityStore';
import { membershipOperations } from './membershipOperations';
import { inStore } from './requests';
import { userOperations } from './userOperations';

/** The Identity Store's API; https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/ */
export function createIdentityStoreApi(store: IdentityStore): JsonApi {
  const operations = {
    ...userOperations(store),
    ...groupOperations(store),
    ...membershipOperations(store),
  };
  return new JsonApi({
    scope: 'identitystore',
    target: 'AWSIdentityStore',
    operations: Object.fromEntries(
      Object.entries(operations).map(([name, one]) => [name, inStore(one)]),
    ),
  });
}
