import { Flow } from './Flow.mjs';
import { hold } from './kinds.mjs';

/** Pause between two flows of which one has to be caught in a step that can't be held. */
const STAGGER_MS = 3_000;

/**
 * Holds one flow in each step, kills the portal once, starts it again, and lets all go on. The request
 * at which a flow is held has taken effect, but its answer is lost. Steps that can't be held are quick:
 * flows are started until one is seen in each of them.
 *
 * @returns flow and id of the step in which it was, if it was in one of these steps
 */
export async function killDuring({ portal, sandbox, kit }) {
  const create = (name, { variant = kit.variants[0] } = {}) =>
    new Flow({ portal, sandbox, kit, name, variant });
  const isQuick = step => step.isQuick || !step.requests;
  const held = [];
  for (const step of kit.steps.filter(one => !isQuick(one))) {
    const flow = create(`kill-${step.id}`, step);
    await flow.startWith(step, hold);
    held.push({ step: step.id, flow });
  }
  for (const { flow } of held) await flow.hit();

  const quick = kit.steps.filter(isQuick).map(({ id }) => id);
  const moving = await catchIn(portal, quick, number =>
    create(`quick-${kit.template}-${number}`),
  );
  await portal.kill();
  for (const { flow } of held) await flow.calm();
  await portal.start();
  return [...held, ...moving];
}

/** Starts flows until, at one moment, each of those steps is being done by one of them. */
async function catchIn(portal, steps, create) {
  const flows = [];
  let caught = new Map();
  let startAt = 0;
  await portal.until('A flow in each quick step', async () => {
    if (Date.now() > startAt) {
      const flow = create(flows.length);
      await flow.start();
      flows.push(flow);
      startAt = Date.now() + STAGGER_MS;
    }
    caught = new Map();
    for (const flow of flows) {
      const states = await portal.steps(flow.id);
      const step = steps.find(id => states[id] === 'processing');
      if (step && !caught.has(step)) caught.set(step, flow);
    }
    return caught.size === steps.length;
  });
  const stepOf = new Map([...caught].map(([step, flow]) => [flow, step]));
  return flows.map(flow => ({ step: stepOf.get(flow), flow }));
}
