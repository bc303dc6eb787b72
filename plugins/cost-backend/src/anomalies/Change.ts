/** Something that people did at the time that an anomaly begins. */
export interface Change {
  /** ISO 8601. */
  at: string;
  /** A sentence, e.g. `Deploy 9c41e07 to production, 12 Nov 08:14 UTC.`. */
  words: string;
  /** Page of it, with what the link is called. */
  link?: { title: string; url: string };
}

/** What is known of an anomaly when changes are looked for. */
export interface ChangeQuery {
  from: Date;
  to: Date;
  /** Names of what grew, e.g. `order-events`: a change that speaks of one of them is the likeliest. */
  names: readonly string[];
}

/** Who may know of changes: deployments, commits that were merged. */
export interface ChangeSource {
  /**
   * Changes of an entity in that time, the likeliest reason first.
   *
   * @throws where it could not be asked
   */
  changes(entityRef: string, query: ChangeQuery): Promise<Change[]>;
}
