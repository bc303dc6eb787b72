/** Bounds between which a duration lies: `exact` where it is a boundary itself; without `above` where only `+Inf` is. */
export type Bracket =
  | { exact: string }
  | { exact?: undefined; below?: Bound; above?: Bound };

export interface Bound {
  /** Value of the label `le`. */
  le: string;
  seconds: number;
}

/** Which boundaries the buckets of entities have; of those that are not known, what their preset usually has. */
export class Boundaries {
  readonly #byEntity = new Map<string, Map<string, number>>();
  readonly #byPreset = new Map<string, Map<string, number>>();

  /** @param unitsPerSecond 1000 where boundaries are milliseconds */
  add(entityRef: string, preset: string, le: string, unitsPerSecond: number) {
    const seconds = Number(le) / unitsPerSecond;
    if (!Number.isFinite(seconds)) return;
    put(this.#byEntity, entityRef, le, seconds);
    put(this.#byPreset, preset, le, seconds);
  }

  /** Undefined where nothing is known of the entity's preset. */
  around(
    entityRef: string,
    preset: string,
    seconds: number,
  ): Bracket | undefined {
    const known = this.#byEntity.get(entityRef) ?? this.#byPreset.get(preset);
    if (!known) return undefined;
    let below: Bound | undefined;
    let above: Bound | undefined;
    for (const [le, bound] of known) {
      if (Math.abs(bound - seconds) < 1e-9) return { exact: le };
      if (bound < seconds) {
        if (!below || bound > below.seconds) below = { le, seconds: bound };
      } else if (!above || bound < above.seconds) {
        above = { le, seconds: bound };
      }
    }
    return { below, above };
  }
}

function put(
  map: Map<string, Map<string, number>>,
  key: string,
  le: string,
  seconds: number,
) {
  const bounds = map.get(key) ?? new Map<string, number>();
  map.set(key, bounds.set(le, seconds));
}
