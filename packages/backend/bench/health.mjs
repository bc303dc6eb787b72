/**
 * How light health is, side by side in one run with the least that it could do: `npm run bench`. One round for
 * 1,000 components, one for 5,000, against a real Prometheus. "Bare" are the very same queries, as many at once,
 * whose answers are read and thrown away; and a read of all verdicts from the database without anything round it.
 */
import { createRequire } from 'node:module';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  atOnce,
  median,
  percentile,
  secondsOf,
  underLoad,
} from './measure.mjs';
import { freePort } from './freePort.mjs';
import { startPortal } from './HealthPortal.mjs';
import { publish } from './publish.mjs';
import { RecordingProxy } from './RecordingProxy.mjs';
import { samplesOf } from './samplesOf.mjs';

const ROUNDS = 7;
const agent = new Agent({ keepAlive: true });
const LOAD = { perSecond: 20, seconds: 15 };
const GOALS = { cycle: 1.5, overview: 3, interval: 60 };

const require = createRequire(import.meta.url);
const Database = require('better-sqlite3');
const { missingPrograms, RealPrometheus } = require('@portico/sandbox');

const missing = missingPrograms();
if (missing) {
  process.stderr.write(`The bench needs a real Prometheus${missing}.\n`);
  process.exit(1);
}

const lines = [
  '| components | queries a cycle | the queries bare | a cycle | multiple (goal 1.5) | database read p95 | overview p95 at 20/s | multiple (goal 3) |',
  '| --- | --- | --- | --- | --- | --- | --- | --- |',
];
let missed = 0;
for (const count of [1000, 5000]) {
  const found = await measure(count);
  const cycle = found.cycle / found.bare;
  const overview = found.overview / found.read;
  if (count === 1000 && cycle > GOALS.cycle) missed += 1;
  if (count === 1000 && overview > GOALS.overview) missed += 1;
  if (found.cycle > GOALS.interval) missed += 1;
  lines.push(
    `| ${count} | ${found.queries} | ${found.bare.toFixed(
      2,
    )} s | ${found.cycle.toFixed(2)} s | ${cycle.toFixed(
      2,
    )} | ${found.read.toFixed(1)} ms | ${found.overview.toFixed(
      1,
    )} ms | ${overview.toFixed(2)} |`,
  );
}
publish('health', lines, missed);

async function measure(count) {
  const folder = mkdtempSync(join(tmpdir(), 'portico-bench-'));
  process.stderr.write(`${count} components: loading Prometheus …\n`);
  const prometheus = await RealPrometheus.start(
    samplesOf(count, { pastMinutes: 6, futureMinutes: 14 }),
  );
  const proxy = await RecordingProxy.start(prometheus.url);
  const portal = await startPortal({
    count,
    prometheus: proxy.url,
    folder,
    port: await freePort(),
  });
  try {
    return await compare(portal, proxy, count);
  } finally {
    await portal.stop();
    proxy.stop();
    await prometheus.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function compare(portal, proxy, count) {
  const bare = [];
  const cycle = [];
  let queries = 0;
  await portal.collect(); // fills the database; what counts is what comes each minute
  for (let round = 0; round < ROUNDS; round++) {
    proxy.take();
    cycle.push(await secondsOf(() => portal.collect()));
    const { asked, mostAtOnce } = proxy.take();
    queries = Math.max(queries, asked.length);
    bare.push(
      await secondsOf(() =>
        atOnce(asked, mostAtOnce, async ({ method, url, body, type }) => {
          const response = await fetch(`${proxy.url}${url}`, {
            method,
            ...(method === 'POST' && {
              body,
              headers: { 'content-type': type },
            }),
          });
          await response.json();
        }),
      ),
    );
  }
  const look = () =>
    fetch(`${portal.url}/overview`, { headers: portal.headers });
  process.stderr.write(
    `cycles ${cycle.map(it => it.toFixed(2))}, bare ${bare.map(it =>
      it.toFixed(2),
    )}\n`,
  );
  const { counts, items } = await (await look()).json();
  if (items.length !== count || !counts.degraded) {
    throw new Error(
      `The overview has ${
        items.length
      } of ${count} components: ${JSON.stringify(counts)}.`,
    );
  }
  const database = new Database(portal.database, { readonly: true });
  const select = database.prepare(
    'select summary, recent from health_verdicts',
  );
  const read = await underLoad(async () => select.all(), LOAD);
  // To the last byte, as it comes over the wire: what the browser does with it is not the server's time.
  const overview = await underLoad(() => receive(portal), LOAD);
  database.close();
  return {
    queries,
    bare: median(bare),
    cycle: median(cycle),
    read: percentile(read, 0.95),
    overview: percentile(overview, 0.95),
  };
}

function receive({ url, headers }) {
  return new Promise((resolve, reject) => {
    get(
      `${url}/overview`,
      { agent, headers: { ...headers, 'accept-encoding': 'gzip' } },
      response => {
        if (response.statusCode !== 200) {
          reject(new Error(`The overview answered ${response.statusCode}.`));
        }
        response.on('end', resolve).resume();
      },
    ).on('error', reject);
  });
}
