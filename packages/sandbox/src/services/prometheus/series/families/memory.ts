import { shareOf } from '../../../../incidents';
import type { Scope } from './Scope';

/** How long a process that leaks takes to its limit, and a heap to where it stays. */
const FILLING_MS = 60_000;
/** Part of the container's limit that the heap may take. */
const HEAP_PART = 0.75;
const FULL_HEAP = 0.93;
const GARBAGE_MS = 240_000;

/** Libraries that tell of the heap. */
const TELL_HEAP = ['otel', 'micrometer'];

/** Bytes that the heap may take; undefined where the container has no limit. */
export function heapLimit({ target }: Scope): number | undefined {
  const { memoryLimitBytes } = target;
  return memoryLimitBytes && Math.round(memoryLimitBytes * HEAP_PART);
}

/** The part of its limit that the heap takes: up and down with the garbage, or nearly all in an incident. */
export function heapPart(scope: Scope): (at: number) => number {
  const share = shareOf(`${scope.target.id}/heap`);
  return at => {
    const garbage = (at / GARBAGE_MS + share) % 1;
    const usual = 0.4 + share * 0.12 + garbage * 0.12;
    const full = FULL_HEAP + 0.004 * Math.sin(at / 50_000);
    return usual + (full - usual) * filled(scope, at);
  };
}

/** The part of its limit that the container has in use. */
export function memoryPart(
  scope: Scope,
): (at: number, bornAt: number) => number {
  const share = shareOf(`${scope.target.id}/memory`);
  return (at, bornAt) => {
    const wave = 0.02 * Math.sin(at / 400_000 + share * 6);
    return troubled(scope, 0.46 + share * 0.16 + wave, at, bornAt);
  };
}

function troubled(scope: Scope, usual: number, at: number, bornAt: number) {
  const { service, target } = scope;
  const { leakingSince } = service.timeline.modeAt(at);
  const leaks =
    leakingSince !== undefined && (bornAt >= leakingSince || target.rank < 2);
  if (leaks) {
    const since = Math.max(leakingSince, bornAt);
    const part = Math.min(1, (at - since) / FILLING_MS);
    return Math.min(0.998, usual + (1 - usual) * part);
  }
  const full = TELL_HEAP.includes(service.traits.preset) ? 0.82 : FULL_HEAP;
  return usual + (full - usual) * filled(scope, at);
}

/** How far an incident has filled the heap: 0 to 1. It strikes two pods of three. */
function filled({ service, target }: Scope, at: number): number {
  const { heapFullSince } = service.timeline.modeAt(at);
  if (heapFullSince === undefined || target.rank % 3 === 2) return 0;
  return Math.min(1, (at - heapFullSince) / FILLING_MS);
}
