import { Clock, Store } from '../../../kit';
import type { World } from '../../../world';
import {
  GroupDirectory,
  seedDirectory,
  SystemLog,
  UserDirectory,
} from '../directory';
import { DirectorySource } from './DirectorySource';
import type { ProvisioningSource } from './ProvisioningSource';

/** Okta's directory as it is on the first day, for an application that runs without Okta. */
export function sourceOfWorld(world: World): ProvisioningSource {
  const store = Store.open(':memory:');
  const clock = new Clock();
  const log = new SystemLog(store, clock);
  const users = new UserDirectory({ store, clock, log });
  const groups = new GroupDirectory({ store, clock, log });
  store.transaction(() => seedDirectory(world, users, groups));
  store.close(); // what was read in stays in memory
  return new DirectorySource({ users, groups, log });
}
