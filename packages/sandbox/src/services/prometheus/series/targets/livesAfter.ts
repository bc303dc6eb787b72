import type { Pod } from '../../../kubernetes/objects/workloads';
import type { Life } from './Target';

/** A pod that restarts again and again keeps its first life and so many others. */
const MOST = 120;

/** The lives of a pod with what its status tells now; the same array where that is nothing new. */
export function livesAfter(lives: Life[], pod: Pod, now: number): Life[] {
  const status = pod.status?.containerStatuses?.[0];
  const last = lives.at(-1);
  const isOpen = last !== undefined && last.to === undefined;
  const running = status?.state.running;
  if (running) {
    const from = Date.parse(running.startedAt);
    if (isOpen && last.from === from) return lives;
    return limited([
      ...(isOpen ? ended(lives, from) : lives),
      { from: Math.max(from, last?.to ?? from) },
    ]);
  }
  if (!isOpen) return lives;
  const finishedAt =
    status?.state.terminated?.finishedAt ??
    status?.lastState.terminated?.finishedAt;
  const to = finishedAt ? Date.parse(finishedAt) : now;
  return ended(lives, Math.max(to, last.from));
}

function ended(lives: Life[], to: number): Life[] {
  return [...lives.slice(0, -1), { ...lives[lives.length - 1], to }];
}

function limited(lives: Life[]): Life[] {
  return lives.length > MOST
    ? [lives[0], ...lives.slice(lives.length - MOST + 1)]
    : lives;
}
