/** Seconds since {@link EPOCH_MS}. */
export type Seconds = number;

/** What the time of waves counts from, in milliseconds since 1970: before anything that is asked for. */
export const EPOCH_MS = Date.UTC(2020, 0, 1);

/** A cosine: `amplitude * cos(frequency * t + phase)`, with radians a second. */
interface Cosine {
  amplitude: number;
  frequency: number;
  phase: number;
}

/** A constant and cosines: something that comes and goes, whose integral is known. */
export class Wave {
  readonly #constant: number;
  readonly #cosines: readonly Cosine[];

  constructor(constant: number, cosines: readonly Cosine[]) {
    this.#constant = constant;
    this.#cosines = cosines;
  }

  /** @param cosines amplitude, period in seconds, and at which part of the period it is highest */
  static of(
    constant: number,
    ...cosines: [amplitude: number, periodSeconds: number, peak: number][]
  ): Wave {
    return new Wave(
      constant,
      cosines.map(([amplitude, periodSeconds, peak]) => ({
        amplitude,
        frequency: (2 * Math.PI) / periodSeconds,
        phase: -2 * Math.PI * peak,
      })),
    );
  }

  plus(other: Wave): Wave {
    return new Wave(this.#constant + other.#constant, [
      ...this.#cosines,
      ...other.#cosines,
    ]);
  }

  times(other: Wave): Wave {
    let constant = this.#constant * other.#constant;
    const cosines = [
      ...this.#cosines.map(one => scaled(one, other.#constant)),
      ...other.#cosines.map(one => scaled(one, this.#constant)),
    ];
    for (const a of this.#cosines) {
      for (const b of other.#cosines) {
        const amplitude = (a.amplitude * b.amplitude) / 2;
        for (const sign of [1, -1]) {
          const frequency = a.frequency + sign * b.frequency;
          const phase = a.phase + sign * b.phase;
          if (frequency === 0) constant += amplitude * Math.cos(phase);
          else cosines.push({ amplitude, frequency, phase });
        }
      }
    }
    return new Wave(constant, cosines);
  }

  valueAt(t: Seconds): number {
    let value = this.#constant;
    for (const { amplitude, frequency, phase } of this.#cosines) {
      value += amplitude * Math.cos(frequency * t + phase);
    }
    return value;
  }

  /** An antiderivative: the integral from a to b is its value at b less that at a. */
  integralAt(t: Seconds): number {
    let value = this.#constant * t;
    for (const { amplitude, frequency, phase } of this.#cosines) {
      value += (amplitude / frequency) * Math.sin(frequency * t + phase);
    }
    return value;
  }
}

function scaled(cosine: Cosine, factor: number): Cosine {
  return { ...cosine, amplitude: cosine.amplitude * factor };
}
