/**
 * Many flows at once on one portal with its embedded database: all end well, nothing is made twice or
 * forgotten, pages stay quick, memory stays bounded. `npm test -- load` with ten flows,
 * `npm run bench:flows` with fifty, which prints the table of docs/production.md.
 */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Flow } from './faults/Flow.mjs';
import { newService } from './faults/newService.mjs';
import { listObjects, ofFlow, settledDifference } from './faults/Objects.mjs';
import { Portal } from './harness/Portal.mjs';
import { Sandbox } from './harness/Sandbox.mjs';
import { ROOT } from './harness/Service.mjs';
import { Memory } from './load/Memory.mjs';
import { PageLoads } from './load/PageLoads.mjs';

const FLOWS = Number(process.env.PORTICO_FLOWS ?? 10);
const END_SECONDS = 120 + FLOWS * 12;
const PEOPLE = ['engineer@mini-org.example', 'platform@mini-org.example'];
/** How long pages are measured before the flows begin. */
const QUIET_MS = 10_000;
/** The slowest that one page in twenty may be while flows run, on a busy machine. */
const PATIENCE_MS = 2_000;
/** What a flow may add to the memory of the portal at most, beside what all of them share. */
const MEGABYTES = { shared: 300, each: 10 };

const folder = mkdtempSync(join(tmpdir(), 'portico-load-'));
let sandbox;
let portal;

before(async () => {
  sandbox = await new Sandbox({ folder }).start();
  portal = await new Portal({ folder }).start();
});

after(async () => {
  await portal?.kill();
  await sandbox?.kill();
  rmSync(folder, { recursive: true, force: true });
});

test(`${FLOWS} flows at once`, async t => {
  for (const login of PEOPLE) await portal.tokenOf(login);
  const undisturbed = create('undisturbed', 0);
  const alone = await run(undisturbed);
  const wanted = ofFlow(await listObjects({ sandbox, portal }), 'undisturbed');

  const pages = new PageLoads({
    'catalog list': () =>
      portal.ask('/api/catalog/entities/by-query?filter=kind=component', {
        as: PEOPLE[0],
      }),
    'task list': () =>
      portal.ask('/api/scaffolder/v2/tasks?limit=25', { as: PEOPLE[0] }),
    'the application': () => fetch(portal.url).then(answer => answer.text()),
  });
  const memory = new Memory(portal.pid);
  pages.begin('before');
  await sleep(QUIET_MS);
  const quiet = memory.now();

  pages.begin('during');
  const flows = Array.from({ length: FLOWS }, (_, i) =>
    create(`flow-${i}x`, i),
  );
  const startedAt = Date.now();
  const seconds = await Promise.all(flows.map(flow => run(flow)));
  const all = Math.round((Date.now() - startedAt) / 1000);
  await pages.end();
  memory.end();

  const table = describe({ pages, alone, seconds, all, quiet, memory });
  const file = join(ROOT, 'test-results', 'load.md');
  mkdirSync(join(ROOT, 'test-results'), { recursive: true });
  writeFileSync(file, table);
  t.diagnostic(`\n${table}`);

  await t.test('each has made what it should, once', async () => {
    for (const flow of flows) {
      assert.deepEqual(await differenceOf(flow, wanted), [], flow.name);
    }
  });
  await t.test('pages stay quick', () => {
    for (const name of Object.keys(pages.pages)) {
      const slow = pages.quantile(name, 'during', 0.95);
      assert.ok(slow < PATIENCE_MS, `${name}: ${Math.round(slow)} ms`);
    }
  });
  await t.test('memory stays bounded', () => {
    const allowed = quiet + MEGABYTES.shared + MEGABYTES.each * FLOWS;
    assert.ok(memory.peak < allowed, `${memory.peak} of ${allowed} MB`);
  });
});

/** Flows of several people; who is not of the platform creates for his own team. */
function create(name, index) {
  const as = PEOPLE[index % PEOPLE.length];
  return new Flow({ portal, sandbox, kit: { ...newService, as }, name });
}

/** How many seconds a flow took that ended well, with its page open. */
async function run(flow) {
  const startedAt = Date.now();
  await flow.start();
  await watch(flow);
  const { status } = await portal.task(flow.id);
  assert.equal(status, 'completed', await flow.lastWords());
  return Math.round((Date.now() - startedAt) / 1000);
}

/** Reads what happens as the page of a flow does, until it has ended. */
async function watch(flow) {
  const token = await portal.tokenOf(flow.kit.as);
  const answer = await fetch(
    `${portal.url}/api/scaffolder/v2/tasks/${flow.id}/eventstream`,
    {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(END_SECONDS * 1000),
    },
  );
  let text = '';
  for await (const chunk of answer.body.pipeThrough(new TextDecoderStream())) {
    text = text.slice(-50) + chunk;
    if (text.includes('event: completion')) return;
  }
}

/** What a flow has made too much or too little of. */
async function differenceOf({ name }, wanted) {
  const { left } = await settledDifference(wanted, async () =>
    ofFlow(await listObjects({ sandbox, portal }), name),
  );
  return left;
}

/** The figures, as Markdown. */
function describe({ pages, alone, seconds, all, quiet, memory }) {
  const sorted = [...seconds].sort((a, b) => a - b);
  const row = cells => `| ${cells.join(' | ')} |`;
  const ms = (name, phase, share) =>
    `${Math.round(pages.quantile(name, phase, share))} ms`;
  return [
    row(['page', 'before: p50', 'p95', `${FLOWS} flows: p50`, 'p95']),
    row(['---', '---:', '---:', '---:', '---:']),
    ...Object.keys(pages.pages).map(name =>
      row([
        name,
        ms(name, 'before', 0.5),
        ms(name, 'before', 0.95),
        ms(name, 'during', 0.5),
        ms(name, 'during', 0.95),
      ]),
    ),
    '',
    `A flow alone ends after ${alone} s; of ${FLOWS} at once the quickest after ${
      sorted[0]
    } s, the middle after ${
      sorted[Math.floor(sorted.length / 2)]
    } s, the last after ${all} s.`,
    `The portal holds ${quiet} MB before, ${memory.peak} MB at most.`,
    '',
  ].join('\n');
}
