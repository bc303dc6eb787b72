import { setTimeout as sleep } from 'node:timers/promises';

/** How long the sandbox may take to bring objects into being, or to let go of them, once a flow has ended. */
const SETTLE_MS = 90_000;

/** What the sandbox holds and the catalog has registered, a line an object. */
export async function listObjects({ sandbox, portal }) {
  const [held, locations] = await Promise.all([
    sandbox.objects(),
    portal.ask('/api/catalog/locations'),
  ]);
  return [
    ...Object.entries(held).flatMap(([service, kinds]) =>
      Object.entries(kinds).flatMap(([kind, keys]) =>
        keys.map(key => `${service} ${kind}: ${key}`),
      ),
    ),
    ...locations.map(({ data }) => `catalog locations: ${data.target}`),
  ];
}

/** Those of one flow, with its name and numbers taken out, so that those of two flows can be compared. */
export function ofFlow(objects, name) {
  return objects
    .filter(line => line.includes(name))
    .map(line => line.replaceAll(name, 'NAME').replace(/#\d+/, '#N'))
    .sort();
}

/** What there is too much and too little of, each with a sign; a line for each time it is there. */
export function difference(wanted, found) {
  const missing = [...wanted];
  const surplus = found.filter(line => {
    const index = missing.indexOf(line);
    if (index >= 0) missing.splice(index, 1);
    return index < 0;
  });
  return [...surplus.map(line => `+ ${line}`), ...missing.map(l => `- ${l}`)];
}

/** The difference to what is wanted once nothing changes any more, or there is none. */
export async function settledDifference(wanted, list) {
  const deadline = Date.now() + SETTLE_MS;
  for (;;) {
    const found = await list();
    const left = difference(wanted, found);
    if (left.length === 0 || Date.now() > deadline) return { left, found };
    await sleep(500);
  }
}
