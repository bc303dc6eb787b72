import type { Measured } from '../../charts/fieldNumbers';

/** Bridges gaps between two values that lie at most so far apart, as Grafana's "connect null values: threshold". */
export function bridgeGaps(
  xs: readonly number[],
  values: readonly Measured[],
  most: number,
): Measured[] {
  const bridged = [...values];
  let before = -1;
  values.forEach((value, index) => {
    if (typeof value !== 'number') return;
    if (before >= 0 && xs[index] - xs[before] <= most) {
      bridged.fill(undefined, before + 1, index);
    }
    before = index;
  });
  return bridged;
}

/** Where a line is to be cut, because two values follow each other further apart than that: half way between them. */
export function cutsOf(
  xs: readonly number[],
  values: readonly Measured[],
  most: number,
): number[] {
  const cuts: number[] = [];
  let before = -1;
  values.forEach((value, index) => {
    if (value === undefined) return;
    const apart = before >= 0 ? xs[index] - xs[before] : 0;
    if (apart > most && typeof values[before] === 'number' && value !== null) {
      cuts.push(xs[before] + apart / 2);
    }
    before = index;
  });
  return cuts;
}

/** Columns with rows added where lines are cut: null in those that are, never measured in the others. */
export function withCuts(
  xs: readonly number[],
  columns: readonly (readonly Measured[])[],
  cuts: readonly (readonly number[])[],
): { xs: number[]; columns: Measured[][] } {
  const wanted = new Set(cuts.flat());
  if (wanted.size === 0) {
    return { xs: [...xs], columns: columns.map(column => [...column]) };
  }
  const at = new Map(xs.map((x, index) => [x, index]));
  const all = [...new Set([...xs, ...wanted])].sort((a, b) => a - b);
  return {
    xs: all,
    columns: columns.map((column, of) => {
      const own = new Set(cuts[of]);
      return all.map(x => {
        if (own.has(x)) return null;
        const index = at.get(x);
        return index === undefined ? undefined : column[index];
      });
    }),
  };
}
