/**
 * Disturbs each step of flows, and looks at what the sandbox holds afterwards: exactly what was wanted,
 * or exactly what was there before. `npm test -- faults` runs a part of it, `npm run test:faults` all.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Portal } from '../harness/Portal.mjs';
import { Sandbox } from '../harness/Sandbox.mjs';
import { ROOT } from '../harness/Service.mjs';
import { Flow } from './Flow.mjs';
import { KINDS } from './kinds.mjs';
import { killDuring } from './killDuring.mjs';
import { newService } from './newService.mjs';
import { difference, listObjects, ofFlow } from './Objects.mjs';
import { Report } from './Report.mjs';

const ALL = process.env.PORTICO_FAULTS === 'all';
/** Flows under way at a time. */
const AT_ONCE = 12;
/** Teams without services in dev, whose namespace a flow makes, so that clean-up has to remove it. */
const OTHER_TEAMS = ['payments', 'data', 'growth', 'workplace'];
/** What `npm test` looks at; the rest takes too long for each change. */
const SHORT = {
  '503 twice': ['setup-ci'],
  '503 for ever': ['register'],
  'reset after the write': [
    'create-repo',
    'push-code',
    'setup-ci',
    'provision-resources',
    'deploy-k8s',
    'register',
  ],
  cancelled: ['provision-resources', 'deploy-k8s'],
  'token revoked': ['setup-ci'],
};

const folder = mkdtempSync(join(tmpdir(), 'portico-faults-'));
const report = new Report();
const kit = newService;
let sandbox;
let portal;
let wanted;
let inTheBeginning;
const expected = [];

before(async () => {
  sandbox = await new Sandbox({ folder }).start();
  portal = await new Portal({
    folder,
    env: { APP_CONFIG_scaffolder_concurrentTasksLimit: '60' },
  }).start();
  await portal.tokenOf(kit.as);
  inTheBeginning = await listObjects({ sandbox, portal });
  const first = create('undisturbed');
  await first.start();
  const { status } = await portal.ended(first.id);
  assert.equal(status, 'completed', await first.lastWords());
  wanted = ofFlow(await listObjects({ sandbox, portal }), first.name);
  assert.ok(wanted.length > 20, wanted.join('\n'));
  expected.push(first.name);
});

after(async () => {
  report.write(join(ROOT, 'test-results', 'faults.md'));
  await portal?.stop();
  await sandbox?.stop();
  if (!process.env.PORTICO_FAULTS_KEEP) rmSync(folder, { recursive: true });
});

test('faults of others', { concurrency: AT_ONCE }, async t => {
  const cases = Object.entries(KINDS).flatMap(([fault, kind]) =>
    kit.steps
      .filter(step => step.requests && (ALL || SHORT[fault]?.includes(step.id)))
      .map(step => ({ fault, kind, step })),
  );
  await Promise.all(
    cases.map(({ fault, kind, step }) =>
      t.test(`${step.id}: ${fault}`, async () => {
        const name = `${kind.slug}-${step.id}`;
        const flow = create(name, teamFor(kind, step));
        const requests = step.requests(name);
        await flow.disturb(kind.faults(requests));
        await flow.start();
        if (kind.whenHit) {
          await flow.hit();
          await kind.whenHit(flow, requests);
        }
        await check(flow, { step: step.id, fault, ends: kind.ends });
      }),
    ),
  );
});

test('the portal dies during each step', async t => {
  const { held, others } = await killDuring({ portal, sandbox, kit });
  for (const flow of others)
    await check(flow, {
      step: 'between two',
      fault: 'killed',
      ends: 'completed',
    });
  for (const { id: step } of kit.steps) {
    await t.test(`${step}: killed`, () =>
      check(held.get(step), { step, fault: 'killed', ends: 'completed' }),
    );
  }
});

test('nothing else has changed', async () => {
  const objects = await listObjects({ sandbox, portal });
  const ours = [...expected, `namespaces: ${kit.team}-dev`];
  const others = objects.filter(line => !ours.some(it => line.includes(it)));
  assert.deepEqual(difference(inTheBeginning, others), []);
});

function create(name, team) {
  return new Flow({ portal, sandbox, kit, name, team });
}

/** Flows that end badly while they deploy have a namespace of their own to take back. */
function teamFor({ slug, ends }, step) {
  if (step.id !== 'deploy-k8s' || ends === 'completed') return undefined;
  const slugs = Object.values(KINDS).filter(kind => kind.ends !== 'completed');
  return OTHER_TEAMS[slugs.findIndex(kind => kind.slug === slug)];
}

/** Waits for the end of a flow and checks it and what it left. */
async function check(flow, { step, fault, ends }) {
  const outcome = { template: kit.template, step, fault };
  try {
    const { ended, seconds, left, objects } = await flow.end(wanted);
    if (ended === 'completed') expected.push(flow.name);
    const ok = ended === ends && left.length === 0;
    report.add({ ...outcome, ended, seconds, left, objects, ok });
    assert.ok(
      ok,
      `It ended as ${ended} instead of ${ends}; objects:\n${left.join(
        '\n',
      )}\n${await flow.lastWords()}`,
    );
  } catch (error) {
    if (error.code !== 'ERR_ASSERTION') {
      report.add({
        ...outcome,
        ended: 'not',
        seconds: Math.round((Date.now() - flow.startedAt) / 1000),
        left: [error.message.slice(0, 200)],
        ok: false,
      });
    }
    throw error;
  } finally {
    await flow.calm();
  }
}
