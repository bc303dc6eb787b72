/** Common to all that is asked. */
export interface Call {
  signal?: AbortSignal;
  /** Told of each request that is really sent. */
  onAttempt?: () => void;
}

/** Of what may be large or slow. */
export interface LimitedCall extends Call {
  /** Most bytes of the answer; no limit if absent. */
  mostBytes?: number;
  /** Waited for one answer. */
  timeoutMs?: number;
}
