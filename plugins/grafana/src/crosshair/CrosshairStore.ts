/** Where somebody points. */
export interface Pointed {
  /** Milliseconds since 1970. */
  time: number;
  /** Who points: the chart under the pointer or with the keyboard's focus. */
  by: string;
  /** What the pointer is nearest to there, as the chart names it. */
  near?: string;
}

/** One crosshair, kept outside of React so that a moving pointer draws only what follows it. */
export class CrosshairStore {
  private pointed?: Pointed;
  private readonly listeners = new Set<() => void>();

  readonly get = () => this.pointed;

  /** Points at a moment, or at nothing. Nothing is said again that is known. */
  readonly set = (pointed: Pointed | undefined) => {
    const { pointed: known } = this;
    const same =
      known?.time === pointed?.time &&
      known?.by === pointed?.by &&
      known?.near === pointed?.near;
    if (same) return;
    this.pointed = pointed;
    for (const listener of [...this.listeners]) listener();
  };

  /** Takes away what this chart pointed at, and only that. */
  readonly clear = (by: string) => {
    if (this.pointed?.by === by) this.set(undefined);
  };

  /** Calls on every change; returns how to end it. */
  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };
}
