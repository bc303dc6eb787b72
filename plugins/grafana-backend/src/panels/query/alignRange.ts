/** Milliseconds since 1970. */
export interface Span {
  from: number;
  to: number;
}

/**
 * Puts both ends on multiples of the step, so that people who look within one step of each other ask for the same.
 * The end goes down: of the step that is not over yet, only a part would be shown.
 */
export function alignRange({ from, to }: Span, stepMs: number): Span {
  const alignedFrom = Math.floor(from / stepMs) * stepMs;
  const alignedTo = Math.floor(to / stepMs) * stepMs;
  return {
    from: alignedFrom,
    to: alignedTo > alignedFrom ? alignedTo : alignedFrom + stepMs,
  };
}

const SIZES = [50, 100, 200, 300, 400, 600, 800, 1000, 1500, 2000, 3000];

/** Points for a width, in few sizes, so that windows of about the same width ask for the same. */
export function roomFor(points: number, most: number): number {
  const size = SIZES.find(it => it >= points) ?? most;
  return Math.min(size, most);
}
