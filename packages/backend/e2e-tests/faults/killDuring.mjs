import { setTimeout as sleep } from 'node:timers/promises';
import { Flow } from './Flow.mjs';

/** Kills after which each step must have been met. */
const ROUNDS = 3;

/** Flows that are started to see one in each quick step; then some of the steps have to do for this kill. */
const PATIENCE = 8;

/**
 * Holds one flow in each step of the templates, kills the portal once, starts it again, and lets all go
 * on. The request at which a flow is held has taken effect, but its answer never comes. Steps that can't
 * be held are quick: flows are started until one is seen in each of them. What had left its step by the
 * time of the kill, since nobody waits for an answer for ever, is done once more with a second kill.
 *
 * @param options.reachedAfter seconds from a flow's start to that step, so that all are held at one time
 * @returns flows with the id of the step in which they were, if they were in one of these steps
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

async function killOnce({ portal, sandbox, steps, reachedAfter, round }) {
  const create = (kit, name, variant = kit.variants[0]) =>
    new Flow({ portal, sandbox, kit, name: `kill${round}-${name}`, variant });
  const toHold = steps
    .filter(({ step }) => !isQuick(step))
    .map(({ kit, step }) => ({
      step,
      flow: create(kit, step.id, step.variant),
      seconds: reachedAfter(kit, step),
    }))
    .sort((a, b) => b.seconds - a.seconds);
  const longest = toHold[0]?.seconds ?? 0;
  const begun = Date.now();
  for (const { step, flow, seconds } of toHold) {
    const startAt = begun + (longest - seconds) * 1000;
    await sleep(Math.max(0, startAt - Date.now()));
    await flow.startWith(step, neverAnswer);
  }
  for (const { flow } of toHold) await flow.hit();

  const quick = [];
  for (const kit of new Set(steps.map(one => one.kit))) {
    const ids = steps
      .filter(one => one.kit === kit && isQuick(one.step))
      .map(({ step }) => step.id);
    const flows = await catchIn(portal, ids, number =>
      create(kit, `${kit.template}-${number}`),
    );
    quick.push(...flows);
  }
  const killedAt = new Date();
  await portal.kill();
  for (const { flow } of toHold) await flow.calm();
  await portal.start();

  const held = [];
  for (const { step, flow } of toHold) {
    const wasIn = await flow.wasIn(step.id, killedAt);
    held.push({ flow, step: wasIn ? step.id : undefined });
  }
  return [...held, ...quick];
}

function isQuick(step) {
  return step.isQuick || !step.requests;
}

/** Each time it is asked, what is asked takes effect. */
function neverAnswer([main]) {
  return [{ ...main, kind: 'hang', after: true }];
}

/**
 * Starts flows until, at one moment, each of those steps is being done by one of them, or some of them
 * are. The next begins when the newest has left the first of the steps.
 */
async function catchIn(portal, steps, create) {
  const flows = [];
  let caught = new Map();
  if (steps.length === 0) return [];
  await portal.until(`A flow in each of ${steps.join(', ')}`, async () => {
    caught = new Map();
    let isFirstFree = true;
    for (const flow of flows) {
      const states = await portal.steps(flow.id);
      const step = steps.find(id => states[id] === 'processing');
      if (step) caught.set(step, flow);
      isFirstFree = states[steps[0]] === 'completed';
    }
    if (caught.size === steps.length) return true;
    if (flows.length >= PATIENCE && caught.size > 0) return true;
    if (isFirstFree) {
      const flow = create(flows.length);
      await flow.start();
      flows.push(flow);
    }
    return false;
  });
  const stepOf = new Map([...caught].map(([step, flow]) => [flow, step]));
  return flows.map(flow => ({ flow, step: stepOf.get(flow) }));
}
