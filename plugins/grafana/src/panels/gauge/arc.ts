/** Where an arc begins and how far it goes, in degrees clockwise from three o'clock. */
export interface Sweep {
  start: number;
  angle: number;
}

/** A dial open at the bottom, and a whole circle that begins on top. */
export const SWEEPS: Record<'gauge' | 'circle', Sweep> = {
  gauge: { start: 150, angle: 240 },
  circle: { start: -90, angle: 360 },
};

const round = (value: number) => Math.round(value * 100) / 100;

/** A point on a circle round 0, 0. */
export function pointAt(sweep: Sweep, at: number, radius: number) {
  const angle = ((sweep.start + sweep.angle * at) * Math.PI) / 180;
  return {
    x: round(Math.cos(angle) * radius),
    y: round(Math.sin(angle) * radius),
  };
}

/** A band of a ring round 0, 0; `from` and `to` run from 0 to 1 along the sweep. */
export function band(
  sweep: Sweep,
  from: number,
  to: number,
  outer: number,
  inner: number,
): string {
  // A whole circle has no beginning for an arc to end at.
  const end = Math.min(to, from + 359.99 / sweep.angle);
  const large = (end - from) * sweep.angle > 180 ? 1 : 0;
  const [a, b] = [pointAt(sweep, from, outer), pointAt(sweep, end, outer)];
  const [c, d] = [pointAt(sweep, end, inner), pointAt(sweep, from, inner)];
  return (
    `M${a.x} ${a.y}A${outer} ${outer} 0 ${large} 1 ${b.x} ${b.y}` +
    `L${c.x} ${c.y}A${inner} ${inner} 0 ${large} 0 ${d.x} ${d.y}Z`
  );
}
