/** What one part of a collection learned. */
export interface Outcome {
  /** How many things were asked about, and how many of them came back. */
  asked: number;
  answered: number;
  /** Why not all came back. Shown to people. */
  message?: string;
}

/** Part of a collection that asks one source. Throws where the source said nothing at all. */
export interface Step {
  source: 'argocd' | 'github' | 'health' | 'flows';
  run(signal: AbortSignal): Promise<Outcome>;
}
