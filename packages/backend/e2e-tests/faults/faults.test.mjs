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
import { difference, listObjects } from './Objects.mjs';
import { Report } from './Report.mjs';
import { SHORT } from './short.mjs';
import { userOnboarding } from './userOnboarding.mjs';

const ALL = process.env.PORTICO_FAULTS === 'all';
/** How much later a flow is whose first requests are made slow. */
const SLOW_SECONDS = 20;
/** Flows under way at a time. */
const AT_ONCE = 12;
const KITS = [newService, userOnboarding].filter(
  ({ template }) => (process.env.PORTICO_FAULTS_OF ?? template) === template,
);

const folder = mkdtempSync(join(tmpdir(), 'portico-faults-'));
const report = new Report(KITS);
/** What an undisturbed flow leaves, by variant. */
const wanted = new Map();
/** How many seconds after its start it begins each step, by variant. */
const timings = new Map();
/** All flows, whatever became of them. */
const flowsSoFar = [];
/** Those of which nothing is left, as was wanted. */
const traceless = new Set();
let sandbox;
let portal;
let inTheBeginning;

before(async () => {
  sandbox = await new Sandbox({ folder }).start();
  portal = await new Portal({
    folder,
    env: { APP_CONFIG_scaffolder_concurrentTasksLimit: '60' },
  }).start();
  for (const { as } of KITS) await portal.tokenOf(as);
  inTheBeginning = await listObjects({ sandbox, portal });
  const flows = KITS.flatMap(kit =>
    kit.variants.map(variant => create(kit, `undisturbed-${variant}`, variant)),
  );
  for (const flow of flows) await flow.start();
  for (const flow of flows) {
    const left = await flow.result();
    assert.ok(left.length >= flow.kit.least, left.join('\n'));
    wanted.set(flow.variant, left);
    timings.set(flow.variant, await flow.timings());
  }
});

after(async () => {
  report.write(join(ROOT, 'test-results', 'faults.md'));
  await portal?.stop();
  await sandbox?.stop();
  if (!process.env.PORTICO_FAULTS_KEEP) rmSync(folder, { recursive: true });
});

test('faults of others', { concurrency: AT_ONCE }, async t => {
  const cases = KITS.flatMap(kit =>
    Object.entries(KINDS).flatMap(([fault, kind]) =>
      kit.steps
        .filter(
          step =>
            step.requests &&
            (ALL || SHORT[kit.template]?.[fault]?.includes(step.id)),
        )
        .map(step => ({ kit, fault, kind, step })),
    ),
  );
  const alone = cases.filter(({ step }) => step.alone);
  await Promise.all([
    inTurn(alone, one => run(t, one)),
    ...cases.filter(one => !alone.includes(one)).map(one => run(t, one)),
  ]);
});

test('the portal dies during each step', async t => {
  const reachedAfter = (kit, { id, slow, variant = kit.variants[0] }) =>
    timings.get(variant)[id] + (slow ? SLOW_SECONDS : 0);
  const flows = await killDuring({
    portal,
    create,
    kits: KITS,
    reachedAfter,
  });
  for (const { step = 'another', flow } of flows) {
    // What was not held any more may have given up before.
    const ends = step === 'another' ? undefined : 'completed';
    await t.test(`${flow.kit.template}, ${step}: killed`, () =>
      check(flow, { step, fault: 'killed', ends }),
    );
  }
  await t.test('one flow was in each step', () => {
    const wereIn = flows.map(
      ({ flow, step }) => `${flow.kit.template} ${step}`,
    );
    const steps = KITS.flatMap(({ template, steps: all }) =>
      all.map(({ id }) => `${template} ${id}`),
    );
    assert.deepEqual(
      difference(
        steps,
        wereIn.filter(it => steps.includes(it)),
      ),
      [],
    );
  });
});

test('nothing else has changed', async () => {
  const ours = flowsSoFar
    .filter(flow => !traceless.has(flow))
    .flatMap(({ name, team, kit }) => [name, ...(kit.shared?.(team) ?? [])]);
  const objects = await listObjects({ sandbox, portal });
  const others = objects.filter(line => !ours.some(it => line.includes(it)));
  assert.deepEqual(difference(inTheBeginning, others), []);
});

async function inTurn(cases, work) {
  for (const one of cases) await work(one);
}

function create(kit, name, variant = kit.variants[0], team = kit.team) {
  const flow = new Flow({ portal, sandbox, kit, name, variant, team });
  flowsSoFar.push(flow);
  return flow;
}

/** Runs one flow with a fault in front of one step. */
function run(t, { kit, fault, kind, step }) {
  return t.test(`${kit.template}, ${step.id}: ${fault}`, async () => {
    const name = `${kind.slug}-${step.id}`;
    const flow = create(kit, name, step.variant, kit.teamFor?.(kind, step));
    const requests = await flow.startWith(step, kind.faults);
    if (kind.whenHit) {
      await flow.hit();
      await kind.whenHit(flow, requests);
    }
    await check(flow, { step: step.id, fault, ends: kind.ends });
  });
}

/** Waits for the end of a flow and checks it and what it left. */
async function check(flow, { step, fault, ends }) {
  const outcome = { template: flow.kit.template, step, fault };
  let result;
  try {
    result = await flow.end(wanted.get(flow.variant));
  } catch (error) {
    const seconds = Math.round((Date.now() - flow.startedAt) / 1000);
    const left = [error.message.split('\n')[0]];
    report.add({ ...outcome, ended: 'not', seconds, left, ok: false });
    throw error;
  } finally {
    await flow.calm();
  }
  const { ended, left } = result;
  const ok = (!ends || ended === ends) && left.length === 0;
  // Mails of a flow that failed stay.
  if (ok && ended !== 'completed' && !flow.kit.stays) traceless.add(flow);
  report.add({ ...outcome, ...result, ok });
  if (ok) return;
  assert.fail(
    `It ended as ${ended} instead of ${ends}; objects:\n${left.join(
      '\n',
    )}\n${await flow.lastWords()}`,
  );
}
