import type { Part } from '../query/Part';

/** One query of a cycle; more only where the server refuses its size. */
export interface Ask {
  /** Names it across cycles, e.g. `traffic`. */
  id: string;
  parts: readonly Part[];
  /** How long its answer will do; asked for with each cycle if absent. */
  everySeconds?: number;
}

/** A sample, and the part of the query that it answers. */
export interface Found {
  part: Part;
  labels: Readonly<Record<string, string>>;
  value: number;
}

/** What could not be learned, and of whom. */
export interface AskProblem {
  message: string;
  entityRefs: readonly string[];
  /** That the server itself does not answer, or not this account. */
  isOutage: boolean;
}

/** What an ask brought. */
export interface AskAnswer {
  found: Found[];
  problems: AskProblem[];
  /** Requests sent. */
  requests: number;
}
