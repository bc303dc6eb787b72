import { setTimeout as sleep } from 'node:timers/promises';
import { TaskDatabase } from './TaskDatabase.mjs';

/** Kills after which each step must have been met. */
const ROUNDS = 6;

/**
 * Holds one flow in each step of the templates, kills the portal, starts it again, and lets all go on. The
 * request at which a flow is held has taken effect, but its answer never comes. Quick steps can't be held
 * so: the portal stands still when one flow has done one of them, before it can say so. That makes for as
 * many kills as there are quick steps. What had left its step by the time of the kill, since nobody waits
 * for an answer for ever, is done once more with the next.
 *
 * @param options.reachedAfter seconds from a flow's start to that step, so that all are held at one time
 * @param options.create makes a flow of a template: `(kit, name, variant)`
 * @returns flows with the id of the step in which they were, if they were in the one they were meant for
 */
export async function killDuring(options) {
  const { kits } = options;
  let missing = kits.flatMap(kit => kit.steps.map(step => ({ kit, step })));
  const all = [];
  for (let round = 1; missing.length > 0 && round <= ROUNDS; round++) {
    const flows = await killOnce({ ...options, steps: missing, round });
    all.push(...flows);
    missing = missing.filter(
      ({ kit, step }) =>
        !flows.some(one => one.flow.kit === kit && one.step === step.id),
    );
  }
  return all;
}

async function killOnce({ portal, create, steps, reachedAfter, round }) {
  const meant = ({ kit, step }) => ({
    step,
    flow: create(kit, `kill${round}-${step.id}`, step.variant),
    seconds: reachedAfter(kit, step),
  });
  const toHold = steps
    .filter(({ step }) => !isQuick(step))
    .map(meant)
    .sort((a, b) => b.seconds - a.seconds);
  const quick = steps
    .filter(({ step }) => isQuick(step))
    .slice(0, 1)
    .map(meant);
  const flows = [...toHold, ...quick];
  const database = new TaskDatabase(portal);
  let met;
  try {
    await holdAll(toHold);
    for (const one of quick) await standStillIn(one, database);
  } finally {
    await portal.kill();
    database.release();
    met = flows.filter(({ flow, step }) => database.isIn(flow.id, step.id));
    for (const { flow } of flows) await flow.calm();
    await portal.start();
  }
  return flows.map(one => ({
    flow: one.flow,
    step: met.includes(one) ? one.step.id : undefined,
  }));
}

function isQuick(step) {
  return step.isQuick || !step.requests;
}

/** Each time it is asked, what is asked takes effect. */
function neverAnswer([main]) {
  return [{ ...main, kind: 'hang', after: true }];
}

/** Starts flows so that they come to their steps at one time, and waits until all are there. */
async function holdAll(toHold) {
  const longest = toHold[0]?.seconds ?? 0;
  const begun = Date.now();
  for (const { step, flow, seconds } of toHold) {
    const startAt = begun + (longest - seconds) * 1000;
    await sleep(Math.max(0, startAt - Date.now()));
    await flow.startWith(step, neverAnswer);
  }
  for (const { flow } of toHold) await flow.hit();
}

/** Starts a flow that never gets over a quick step, and waits until it is there. */
async function standStillIn({ flow, step }, database) {
  database.holdAtEndOf(step.id, flow.name);
  await flow.start();
  await flow.portal.until(`${step.id} of ${flow.name}`, async () =>
    database.isIn(flow.id, step.id),
  );
}
