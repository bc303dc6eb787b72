/** What rules and pages need of an entity. */
export interface EntityFacts {
  /** Full references of the owners; usually one. */
  owners: string[];
  /** Lower case. */
  kind: string;
  tier: string;
  tags: string[];
  /** Monthly budget, e.g. of `portico/cost-budget: 400 USD`. */
  budget?: { amount: string; currency: string };
}

/** A person as the catalog has him. */
export interface PersonFacts {
  name: string;
  email?: string;
  /** Team that he belongs to, full reference. */
  team?: string;
}

/** The catalog, as of now: nothing is kept between calls, so that who left a group decides no more. */
export interface Directory {
  /** `undefined` if the catalog does not have it. */
  entity(ref: string): Promise<EntityFacts | undefined>;
  /** Direct members of each group; a user is its own member. What the catalog lacks has none. */
  membersOf(refs: string[]): Promise<Map<string, string[]>>;
  /** A person's groups, and the person: what rules can name to mean this person. */
  groupsOf(user: string): Promise<string[]>;
  people(users: string[]): Promise<Map<string, PersonFacts>>;
  /** Names for people, of whatever entities. */
  names(refs: string[]): Promise<Record<string, string>>;
}
