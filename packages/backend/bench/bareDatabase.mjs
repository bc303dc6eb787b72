import { readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);

/** A database with nothing round it: the driver alone, which runs statements and throws away what comes back. */
export async function openEmbedded(folder) {
  const Database = require('better-sqlite3');
  const db = new Database(join(folder, 'cost.sqlite'), { readonly: true });
  return {
    run: async statements => {
      for (const { sql, bindings } of statements) {
        db.prepare(sql).all(
          ...bindings.map(it => (typeof it === 'boolean' ? Number(it) : it)),
        );
      }
    },
    bytes: async () =>
      readdirSync(folder)
        .filter(name => name.startsWith('cost.sqlite'))
        .reduce((sum, name) => sum + statSync(join(folder, name)).size, 0),
    close: async () => db.close(),
  };
}

/** The same of PostgreSQL. */
export async function openPostgres(connection) {
  const { Client } = require('pg');
  const client = new Client({
    ...connection,
    database: 'backstage_plugin_cost',
  });
  await client.connect();
  return {
    run: async statements => {
      for (const { sql, bindings } of statements) {
        await client.query(sql, bindings);
      }
    },
    bytes: async () => {
      const { rows } = await client.query(
        'SELECT pg_database_size(current_database()) AS bytes',
      );
      return Number(rows[0].bytes);
    },
    close: () => client.end(),
  };
}
