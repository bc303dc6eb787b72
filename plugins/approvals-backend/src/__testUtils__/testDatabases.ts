import { TestDatabases } from '@backstage/backend-test-utils';

/**
 * SQLite, and PostgreSQL where `BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING` says where one is.
 */
export function createTestDatabases(): TestDatabases {
  return TestDatabases.create({
    ids: ['SQLITE_3', 'POSTGRES_18'],
    disableDocker: true,
  });
}
