/** What can go wrong with a workload of the world; each changes its metrics, pods, application and alerts alike. */
export type IncidentKind =
  /** Requests are slow, and connections to its database are used up; begins three minutes after a deploy. */
  | 'latency'
  /** A part of the requests fails with 500. */
  | 'errors'
  /** Pods are killed for memory and restart; what they answer fails in between. */
  | 'crash-loop'
  /** The heap grows towards its limit; requests are served as ever. */
  | 'saturation'
  /** Nothing is scraped any more; the pods are ready. */
  | 'no-metrics'
  /** Argo CD can't sync what Git says. */
  | 'sync-failed'
  /** Nobody sends requests. */
  | 'no-traffic';

/** Something that is wrong with one component from one moment to another. Kept in the store; also those of the past 90 days, which the world tells. */
export interface Incident {
  id: string;
  kind: IncidentKind;
  /** Name of the component. */
  component: string;
  /** Milliseconds since 1970. */
  startedAt: number;
  endedAt?: number;
  /** Part of the requests that fails, 0 to 1; as is usual for the kind if absent. */
  errorRatio?: number;
}

/** The incidents of the world, under way and past. Services read them; the control page starts and ends them. */
export interface Incidents {
  /** Those of a component that overlap a time, oldest first. */
  of(component: string, after: number, until: number): Incident[];
  /** All that are under way. */
  open(): Incident[];
  /**
   * Starts one now.
   *
   * @throws IncidentError 400 for a kind or component that there is not, 409 if the same is under way
   */
  start(kind: IncidentKind, component: string): Incident;
  /**
   * Ends it now.
   *
   * @throws IncidentError 404 if there is none of that id, 409 if it is over
   */
  end(id: string): Incident;
  /** Tells of each start and end. Returns how to stop listening. */
  subscribe(listener: (incident: Incident) => void): () => void;
}
