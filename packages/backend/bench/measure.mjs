import { setTimeout as sleep } from 'node:timers/promises';

/** Seconds that `work` takes. */
export async function secondsOf(work) {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

export function median(values) {
  return percentile(values, 0.5);
}

export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** Milliseconds of each call, begun so many times a second whether or not the earlier ones have ended. */
export async function underLoad(call, { perSecond, seconds }) {
  const times = [];
  const calls = [];
  const began = performance.now();
  for (let index = 0; index < perSecond * seconds; index++) {
    await sleep(
      Math.max(0, began + (index * 1000) / perSecond - performance.now()),
    );
    calls.push(secondsOf(call).then(it => times.push(it * 1000)));
  }
  await Promise.all(calls);
  return times;
}

/** Runs `work` on all items, so many at once. */
export async function atOnce(items, most, work) {
  const left = [...items];
  await Promise.all(
    Array.from({ length: most }, async () => {
      while (left.length) await work(left.shift());
    }),
  );
}
