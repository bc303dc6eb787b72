import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/** Where canaries stand in the files below a folder, and in the rows of its databases. */
export function findInFolder(folder, canaries) {
  const findings = [];
  for (const entry of readdirSync(folder, {
    recursive: true,
    withFileTypes: true,
  })) {
    const file = join(entry.parentPath, entry.name);
    if (!entry.isFile() || !existsSync(file)) continue; // databases drop files while they work
    // Also what was deleted, as long as nothing took its place.
    const places = canaries.in(readFileSync(file));
    const rows = file.endsWith('.sqlite') ? findInRows(file, canaries) : [];
    findings.push(...rows);
    if (rows.length === 0) {
      findings.push(...places.map(place => `${place}: in ${file}`));
    }
  }
  return findings;
}

/** Where canaries stand in the rows of an SQLite database. */
function findInRows(file, canaries) {
  const database = new Database(file, { readonly: true });
  try {
    const tables = database
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table'")
      .pluck()
      .all();
    return tables.flatMap(table =>
      database
        .prepare(`SELECT * FROM "${table}"`)
        .all()
        .flatMap((row, index) =>
          Object.entries(row).flatMap(([column, value]) =>
            value === null
              ? []
              : canaries
                  .in(value)
                  .map(
                    place =>
                      `${place}: in ${file}, ${table}.${column}, row ${index}`,
                  ),
          ),
        ),
    );
  } finally {
    database.close();
  }
}

/** Where canaries stand in answers of the portal, by path. */
export async function findInAnswers(portal, paths, canaries) {
  const findings = await Promise.all(
    paths.map(async ({ path, as }) => {
      const token = as && (await portal.tokenOf(as));
      const answer = await fetch(`${portal.url}${path}`, {
        headers: token ? { authorization: `Bearer ${token}` } : {},
      });
      const text = await answer.text();
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
      return canaries
        .in(text)
        .map(place => `${place}: in the answer to ${path}`);
    }),
  );
  return findings.flat();
}
