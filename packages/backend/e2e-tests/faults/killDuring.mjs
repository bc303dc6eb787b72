import { Flow } from './Flow.mjs';

/** Pause between two flows of which one has to be caught in a step that can't be held. */
const STAGGER_MS = 3_000;

/**
 * Holds one flow in each step, kills the portal once, starts it again, and lets all go on. The request
 * at which a flow is held has taken effect, but its answer is lost. Steps that can't be held are quick:
 * flows are started until one is seen in each of them.
 *
 * @returns a flow by the id of the step in which it was
 */
export async function killDuring({ portal, sandbox, kit }) {
  const held = new Map();
  const flowIn = step =>
    new Flow({ portal, sandbox, kit, name: `kill-${step}` });
  const isQuick = step => step.isQuick || !step.requests;
  for (const { id, requests } of kit.steps.filter(step => !isQuick(step))) {
    const flow = flowIn(id);
    const [main] = requests(flow.name);
    await flow.disturb([{ ...main, kind: 'hang', after: true, times: 1 }]);
    await flow.start();
    held.set(id, flow);
  }
  for (const flow of held.values()) await flow.hit();

  const quick = kit.steps.filter(isQuick).map(({ id }) => id);
  const moving = await catchIn(quick, number => flowIn(`quick-${number}`));
  await portal.kill();
  await sandbox.clearFaults();
  await portal.start();
  return { held: new Map([...held, ...moving.caught]), others: moving.others };
}

/** Starts flows until, at one moment, each of those steps is being done by one of them. */
async function catchIn(steps, create) {
  const flows = [];
  const caught = new Map();
  if (steps.length === 0) return { caught, others: [] };
  const { portal } = create(0);
  let startAt = 0;
  await portal.until('A flow in each quick step', async () => {
    if (Date.now() > startAt) {
      const flow = create(flows.length);
      flows.push(flow);
      await flow.start();
      startAt = Date.now() + STAGGER_MS;
    }
    caught.clear();
    for (const flow of flows) {
      const states = await portal.steps(flow.id);
      const step = steps.find(id => states[id] === 'processing');
      if (step && !caught.has(step)) caught.set(step, flow);
    }
    return caught.size === steps.length;
  });
  const inStep = new Set(caught.values());
  return { caught, others: flows.filter(flow => !inStep.has(flow)) };
}
